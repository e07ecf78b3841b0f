/**
 * Keeps a page of a running audit up to date: listens to the server's events, fetches the page again when something
 * changed (at most once a second), and swaps only the parts that differ. Lists that grow wait behind a button.
 */
const watched = document.querySelector('[data-watch]')
if (watched) watch(watched)

function watch(root) {
  const url = new URL(root.dataset.watch, location.href)
  if (root.dataset.after) url.searchParams.set('after', root.dataset.after)
  const source = new EventSource(url)
  const refresh = atMostEvery(1000, () => refreshPage())
  for (const kind of ['state', 'route', 'found', 'assessed', 'look']) source.addEventListener(kind, refresh)
  source.addEventListener('page', (event) => {
    const { url: page, read, planned } = JSON.parse(event.data)
    showNow(`${now?.dataset.reading} ${page} (${read}/${planned})`)
    refresh()
  })
  source.addEventListener('look', (event) => {
    const { handle } = JSON.parse(event.data)
    showNow(`${now?.dataset.looking} ${handle}`)
  })
  source.addEventListener('end', () => {
    source.close()
    refreshPage()
  })
}

const now = document.querySelector('[data-now]')

function showNow(text) {
  if (now) now.textContent = text
}

async function refreshPage() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null)
  if (!answer?.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  // A question to the reader is a page of its own.
  if (fresh.getElementById('choose') && !document.getElementById('choose')) return location.reload()
  for (const part of document.querySelectorAll('[data-live]')) swap(part, fresh)
  for (const list of document.querySelectorAll('[data-grows]')) offerNew(list, fresh)
  if (!fresh.querySelector('[data-watch]')) removeNow()
}

function removeNow() {
  const line = document.querySelector('.now')
  if (line?.contains(document.activeElement)) document.getElementById('main').focus()
  line?.remove()
}

/** A part in which somebody is typing or pressing stays until they have left it. */
function swap(part, fresh) {
  const name = part.dataset.live
  const next = fresh.querySelector(`[data-live="${name}"]`)
  if (!next || part.contains(document.activeElement)) return
  if (part.hasAttribute('data-says')) {
    if (part.textContent !== next.textContent) part.textContent = next.textContent
  } else if (part.innerHTML !== next.innerHTML) part.replaceWith(document.importNode(next, true))
}

/**
 * Known items are brought up to date in place. New ones go to the end; in a list that people work in they first wait
 * behind a button, so that nothing moves.
 */
function offerNew(list, fresh) {
  const next = fresh.querySelector(`[data-grows="${list.dataset.grows}"]`)
  if (!next) return
  const items = [...next.children].filter((item) => item.id)
  for (const item of items) update(document.getElementById(item.id), item)
  const added = items.filter((item) => !document.getElementById(item.id)).map((item) => document.importNode(item, true))
  const button = document.querySelector(`[data-more="${list.dataset.grows}"]`)
  if (!button) {
    list.append(...added)
    return
  }
  button.hidden = added.length === 0
  button.textContent = button.dataset.text.replace('{n}', String(added.length))
  button.onclick = () => {
    list.append(...added)
    button.hidden = true
    added[0].focus()
  }
}

/** Not while somebody is in it, or has opened something in it to read. */
function update(known, item) {
  if (!known || known.innerHTML === item.innerHTML) return
  if (known.contains(document.activeElement) || known.querySelector('details[open]')) return
  known.replaceWith(document.importNode(item, true))
}

function atMostEvery(ms, act) {
  let timer = null
  return () => {
    timer ??= setTimeout(() => {
      timer = null
      act()
    }, ms)
  }
}
