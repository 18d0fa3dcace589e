// Keeps what is being written. A form with data-draft="/address" posts its fields there a few seconds after a
// change, and once more when the page is left. It says in [data-draft-status] whether that worked. It never
// stands in the way of typing, and the form works the same without it.

const WAIT = 3000
const RETRY = 10_000
/** Browsers refuse a request that outlives its page when it is larger than 64 KiB. */
const OUTLIVES = 60_000

for (const form of document.querySelectorAll('form[data-draft]')) keep(form)

function keep(form) {
  const url = form.dataset.draft
  const status = form.querySelector('[data-draft-status]') ?? statusAtEnd(form)
  let changed = false
  let sending = false
  let timer

  form.addEventListener('input', change)
  form.addEventListener('change', change)
  // What is sent for good is no longer a draft: a late copy would bring it back.
  form.addEventListener('submit', () => {
    changed = false
    clearTimeout(timer)
  })
  addEventListener('online', () => changed && send())
  addEventListener('pagehide', leave)
  // A phone may end a page in the background without another word.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave())

  function change() {
    changed = true
    schedule(WAIT)
  }

  function schedule(wait) {
    clearTimeout(timer)
    timer = setTimeout(send, wait)
  }

  async function send() {
    if (sending) return schedule(WAIT)
    sending = true
    changed = false
    const problem = await post(url, form)
    sending = false
    if (problem) changed = true
    say(status, problem ?? `Saved ${timeNow()}`)
    if (changed) schedule(problem ? RETRY : WAIT)
  }

  function leave() {
    if (changed && navigator.sendBeacon(url, fieldsOf(form))) changed = false
  }
}

const SIGNED_OUT =
  'Not saved: you are signed out. Keep this page open, sign in again in another tab, then go on here'

/** Sends the fields. Returns what to tell the writer when they did not arrive. */
async function post(url, form, renewed = false) {
  const fields = fieldsOf(form)
  const keepalive = fields.toString().length < OUTLIVES
  try {
    const answer = await fetch(url, { method: 'POST', body: fields, keepalive, credentials: 'same-origin' })
    // A page to sign in answers with success too, but from another address.
    if (answer.redirected || answer.status === 401) return SIGNED_OUT
    if (answer.status === 403 && !renewed) return (await renew()) ?? (await post(url, form, true))
    if (!answer.ok)
      return `Not saved: the server answered ${answer.status}. Keep this page open, it will try again`
    document.dispatchEvent(new Event('gt-asked'))
    note(form, await answer.text())
  } catch {
    return 'Not saved: you are offline, keep this page open'
  }
}

/**
 * Whoever signed in again in another tab has a new token: it is read from this page's own address. Words typed by one
 * person are never kept as another's. Returns what to tell the writer where there is none to be had.
 */
async function renew() {
  const answer = await fetch(location.pathname + location.search, { credentials: 'same-origin' })
  if (answer.redirected) return SIGNED_OUT
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const token = page.querySelector('input[name="_csrf"]')?.value
  if (!answer.ok || !token) return 'Not saved: this page may no longer be opened. Copy what you typed'
  if (personOn(page) !== personOn(document))
    return 'Not saved: somebody else has signed in here. Copy what you typed before you leave this page'
  for (const input of document.querySelectorAll('input[name="_csrf"]')) input.value = token
}

const personOn = page => page.querySelector('.gt-person > span')?.textContent

/**
 * Puts beside each question what the server has to note about it, as the server words it. Only where it is news: the
 * place is read out when it changes.
 */
function note(form, said) {
  if (!said.startsWith('{')) return
  const { notes } = JSON.parse(said)
  for (const place of form.querySelectorAll('[data-notes]')) {
    const words = notes[place.dataset.notes] ?? ''
    if (place.noted === undefined ? place.innerHTML !== words : place.noted !== words) place.innerHTML = words
    place.noted = words
  }
}

/** The fields as a form posts them; files and passwords are never part of a draft. */
function fieldsOf(form) {
  const secret = new Set([...form.querySelectorAll('input[type="password"]')].map(input => input.name))
  const given = [...new FormData(form)].filter(
    ([name, value]) => typeof value === 'string' && !secret.has(name),
  )
  return new URLSearchParams(given)
}

/** Says it only when it is news, so that a screen reader is not spoken over every few seconds. */
function say(status, words) {
  if (status.textContent !== words) status.textContent = words
}

function statusAtEnd(form) {
  const status = document.createElement('p')
  status.className = 'gt-draft-status'
  status.setAttribute('aria-live', 'polite')
  status.dataset.draftStatus = ''
  form.append(status)
  return status
}

function timeNow() {
  return new Date().toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/London',
  })
}
