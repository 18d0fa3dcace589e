// The import comes first: only when it has arrived does the page say that scripts run, so that nothing is
// folded away which no script could then open.
import { initAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')

initAll()

// A question asked only after some answers is shown when one of them is given. The server reads it by the same rule,
// from the record's own declaration; without this script the page says in words when to answer it.
for (const question of document.querySelectorAll('[data-only-if]')) {
  const { onlyIf, onlyValues } = question.dataset
  const form = question.closest('form')
  const show = () => {
    const given = form ? [...new FormData(form).getAll(onlyIf)] : []
    question.hidden = !given.some(value => onlyValues.split(' ').includes(value))
  }
  form?.addEventListener('change', show)
  show()
}

// A page that is worked out in several steps goes on by itself; without this script it is a button.
const goesOn = document.querySelector('[data-goes-on]')
if (goesOn) location.replace(goesOn.href)
