/** While a route is taken again: looks every few seconds whether it is done, and then shows the page as it is now. */
const every = 3_000
const most = 200

let looked = 0
const timer = document.querySelector('[data-running]') ? setInterval(look, every) : null

async function look() {
  if (++looked > most) return clearInterval(timer)
  const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } }).catch(() => null)
  if (!answer?.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (fresh.querySelector('[data-running]')) return
  clearInterval(timer)
  // Whoever is typing keeps the page; the link to refresh it stays.
  if (!document.activeElement?.closest('form')) location.reload()
}
