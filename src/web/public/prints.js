/**
 * Hands in posters and clippings one by one, with the progress of each, and brings the list up to date while they are read.
 * Files may be dropped on the page. Without this script the form sends them together.
 */
import { takeDrops } from './drop-zone.js'

let watching = false
const form = document.querySelector('[data-hand-in]')
if (form) handIn(form)
watch()

function handIn(form) {
  const zone = form.querySelector('[data-drop]')
  const input = form.elements.namedItem('files')
  zone.querySelector('[data-drop-hint]').hidden = false
  form.addEventListener('submit', (event) => {
    if (input.files.length === 0) return
    event.preventDefault()
    void sendAll([...input.files])
    input.value = ''
  })
  takeDrops(zone, (files) => void sendAll([...files]))
}

/** One after the other: a phone's connection carries one photo well and ten badly. */
async function sendAll(files) {
  for (const file of files) await send(file)
  watch()
}

function send(file) {
  const line = lineFor(file.name)
  const fields = new FormData(form)
  fields.delete('files')
  fields.append('files', file)
  return new Promise((done) => {
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.setRequestHeader('x-part', 'prints')
    request.upload.addEventListener('progress', ({ loaded, total }) => line.show(loaded / Math.max(1, total)))
    request.addEventListener('loadend', () => {
      if (request.status === 200) {
        line.remove()
        say(form.dataset.sent, file.name)
        replaceList(request.responseText)
      } else line.fail(request.status >= 400 && request.status < 500 ? `${file.name}: ${request.responseText.slice(0, 400)}` : form.dataset.failed.replace('{name}', file.name))
      done()
    })
    request.send(fields)
  })
}

function lineFor(name) {
  const list = form.querySelector('[data-sending-list]')
  const line = document.createElement('li')
  const label = document.createElement('span')
  const bar = document.createElement('progress')
  label.textContent = form.dataset.sending.replace('{name}', name)
  bar.max = 1
  bar.value = 0
  bar.setAttribute('aria-label', label.textContent)
  line.append(label, bar)
  list.hidden = false
  list.append(line)
  return {
    show: (share) => {
      bar.value = share
    },
    remove: () => {
      line.remove()
      list.hidden = list.childElementCount === 0
    },
    fail: (text) => {
      bar.remove()
      label.className = 'error'
      label.setAttribute('role', 'alert')
      label.textContent = text
    },
  }
}

function say(text, name) {
  form.querySelector('[data-says-sent]').textContent = text.replace('{name}', name)
}

/** Not while somebody is in it, or has something open in it to read. */
function replaceList(markup) {
  const known = document.querySelector('[data-prints]')
  const fresh = new DOMParser().parseFromString(markup, 'text/html').querySelector('[data-prints]')
  if (!known || !fresh) return
  known.dataset.reading = fresh.dataset.reading
  if (known.innerHTML === fresh.innerHTML || known.contains(document.activeElement) || known.querySelector('details[open]')) return
  known.replaceWith(document.importNode(fresh, true))
}

/** Asks every two seconds as long as something is being read. */
function watch() {
  if (watching) return
  watching = true
  const turn = async () => {
    const list = document.querySelector('[data-prints]')
    if (!list || list.dataset.reading === '0') {
      watching = false
      return
    }
    const answer = await fetch(location.pathname, { headers: { 'x-part': 'prints' } }).catch(() => null)
    if (answer?.ok) replaceList(await answer.text())
    setTimeout(turn, 2_000)
  }
  void turn()
}
