// The import comes first: only when it has arrived does the page say that scripts run, so that nothing is
// folded away which no script could then open.
import { initAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')

initAll()
