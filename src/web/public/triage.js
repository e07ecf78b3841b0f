/**
 * Deciding fast: the buttons answer without a new page, and keys do the same (1, 2, 3, u, j, k).
 * Without this script every button is a form that works.
 */
import { isTyping, shortcutsOn } from './keys.js'

const decided = []

document.addEventListener('submit', async (event) => {
  const form = event.target
  if (!form.matches('form.decide') || !event.submitter) return
  event.preventDefault()
  await decide(form, event.submitter, false)
})

/** After a key the next open account gets the focus; after a click everything stays where it is. */
async function decide(form, button, goOn) {
  if (form.ariaBusy === 'true') return
  form.ariaBusy = 'true'
  const card = form.closest('.candidate')
  const next = openAfter(card)
  const body = new URLSearchParams(new FormData(form, button))
  const answer = await fetch(form.action, { method: 'POST', body, headers: { 'x-part': 'decided' } }).catch(() => null)
  if (!answer || (!answer.ok && answer.status !== 409)) {
    form.ariaBusy = 'false'
    sayNotSaved(form)
    return
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const place = replaceCard(card, fresh)
  if (answer.ok && button.value !== '') {
    decided.push(place.id)
    focusOn(goOn && next ? next : place)
  } else focusOn(place)
}

function sayNotSaved(form) {
  const said = form.parentElement.querySelector('[data-not-saved]') ?? document.createElement('p')
  said.setAttribute('role', 'alert')
  said.className = 'notice doubt'
  said.dataset.notSaved = ''
  said.textContent = form.closest('[data-failed]').dataset.failed
  form.before(said)
}

/** Open details stay open: nothing that somebody reads shuts by itself. */
function replaceCard(card, fresh) {
  const place = document.importNode(fresh.querySelector('.candidate'), true)
  const open = [...card.querySelectorAll('details')].map((details) => details.open)
  place.querySelectorAll('details').forEach((details, index) => {
    details.open = open[index] ?? false
  })
  card.replaceWith(place)
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`)
    if (next && part.outerHTML !== next.outerHTML) renew(part, next)
  }
  return place
}

/** What a screen reader follows stays the same element; only its words change. */
function renew(part, next) {
  if (part.hasAttribute('data-says')) part.textContent = next.textContent
  else part.replaceWith(document.importNode(next, true))
}

const cards = () => [...document.querySelectorAll('.candidate')]
const current = () => document.activeElement?.closest('.candidate') ?? null

function openAfter(card) {
  const all = cards()
  const from = all.indexOf(card)
  return [...all.slice(from + 1), ...all.slice(0, from)].find((other) => other.dataset.decided === '') ?? null
}

function focusOn(card) {
  card.focus({ preventScroll: true })
  const { top, bottom } = card.getBoundingClientRect()
  if (top < 0 || bottom > innerHeight) card.scrollIntoView({ block: bottom - top > innerHeight ? 'start' : 'nearest' })
}

function move(step) {
  const all = cards()
  const at = all.indexOf(current())
  const to = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))]
  if (to) focusOn(to)
}

function press(key) {
  const card = key === 'u' ? (document.getElementById(decided.pop() ?? '') ?? current()) : current()
  const button = card?.querySelector(`button[data-key="${key}"]`)
  if (button) decide(button.form, button, true)
}

document.addEventListener('keydown', (event) => {
  if (isTyping(event) || !shortcutsOn()) return
  if (event.key === 'j') move(1)
  else if (event.key === 'k') move(-1)
  else if (['1', '2', '3', 'u'].includes(event.key)) press(event.key)
  else return
  event.preventDefault()
})
