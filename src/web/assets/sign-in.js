// Two things of signing in that need a script: passkeys, and the word before whoever does nothing is signed out.
// Without it passwords, codes and forms work the same.

const bytes = text =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0))
const text = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
const withBytes = list => (list ?? []).map(one => ({ ...one, id: bytes(one.id) }))

/** What a browser made, as the server reads it. */
const answerOf = made => {
  const { response } = made
  const part = name => (response[name] ? { [name]: text(response[name]) } : {})
  return JSON.stringify({
    id: made.id,
    rawId: made.id,
    type: made.type,
    authenticatorAttachment: made.authenticatorAttachment ?? undefined,
    clientExtensionResults: made.getClientExtensionResults(),
    response: {
      ...part('clientDataJSON'),
      ...part('attestationObject'),
      ...part('authenticatorData'),
      ...part('signature'),
      ...part('userHandle'),
      ...(response.getTransports ? { transports: response.getTransports() } : {}),
    },
  })
}

async function get(options) {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: withBytes(options.allowCredentials),
  }
  return await navigator.credentials.get({ publicKey })
}

async function create(options) {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: withBytes(options.excludeCredentials),
  }
  return await navigator.credentials.create({ publicKey })
}

/** A form whose answer comes from a passkey: it is asked for, put into the form, and the form is sent. */
function passkeyForm(form, ask) {
  const status = form.querySelector('[data-passkey-status]')
  form.hidden = false
  form.addEventListener('submit', async event => {
    event.preventDefault()
    try {
      form.elements.answer.value = answerOf(await ask())
      form.submit()
    } catch {
      // A person who stops it, a device that has none, and one that is there already are not told apart by browsers.
      status.textContent = 'No passkey was used. Try again, or go on without one.'
    }
  })
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll('form[data-passkey]'))
    passkeyForm(form, async () => {
      const answer = await fetch(form.dataset.passkey, { credentials: 'same-origin' })
      return await get(await answer.json())
    })
  for (const form of document.querySelectorAll('form[data-new-passkey]'))
    passkeyForm(form, () => create(JSON.parse(form.dataset.newPasskey)))
}

const idle = document.querySelector('[data-idle]')
if (idle) watch(idle)

/** Counts the minutes since the last request of any page of ours, here or in another tab. */
function watch(bar) {
  const says = bar.querySelector('[data-idle-says]')
  const stay = bar.querySelector('[data-idle-stay]')
  const end = Number(bar.dataset.idle) * 60_000
  const warn = Math.max(end - 5 * 60_000, end / 2)
  const tabs = new BroadcastChannel('golden-thread')
  let last = Date.now()
  let changed = document.querySelector('.govuk-error-summary, .gt-kept') !== null

  const asked = () => {
    last = Date.now()
    bar.hidden = true
  }
  const tell = () => {
    asked()
    tabs.postMessage('asked')
  }
  tabs.addEventListener('message', asked)
  document.addEventListener('gt-asked', tell)
  document.addEventListener('input', () => {
    changed = true
  })
  stay.addEventListener('click', async () => {
    const answer = await fetch('/account/stay', { credentials: 'same-origin' }).catch(() => undefined)
    if (answer?.ok && !answer.redirected) tell()
    else over()
  })
  tell()
  setInterval(look, 10_000)

  function look() {
    const gone = Date.now() - last
    if (gone >= end) return over()
    if (gone < warn) return
    const minutes = Math.ceil((end - gone) / 60_000)
    const words = `You will be signed out in ${minutes === 1 ? '1 minute' : `${minutes} minutes`}, as nothing has been done here for a while. What you typed stays.`
    if (says.textContent !== words) says.textContent = words
    bar.hidden = false
  }

  // Nothing that was typed is taken away; where nothing was, the page is not left open for whoever comes by.
  function over() {
    if (!changed)
      return location.replace(`/sign-in?then=${encodeURIComponent(location.pathname + location.search)}`)
    const words = 'You are signed out. Keep this page: sign in again in another tab, then go on here.'
    if (says.textContent !== words) says.textContent = words
    stay.hidden = true
    bar.hidden = false
  }
}
