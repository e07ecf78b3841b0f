/** Keeps the page of a running list up to date: asks for it again every few seconds and swaps the parts that differ. */
const everyMs = 5_000
const running = '[data-part="progress"][data-running]'

if (document.querySelector(running)) setTimeout(refresh, everyMs)

async function refresh() {
  const answer = document.hidden ? null : await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null)
  if (answer?.ok) {
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const part of document.querySelectorAll('[data-part]')) swap(part, fresh)
  }
  if (document.querySelector(running)) setTimeout(refresh, everyMs)
}

/** A part that somebody is in stays as it is until they have left it. */
function swap(part, fresh) {
  const next = fresh.querySelector(`[data-part="${part.dataset.part}"]`)
  if (!next || part.contains(document.activeElement) || part.innerHTML === next.innerHTML) return
  // Only a change inside a live region is read out.
  if (part.getAttribute('role') === 'status') part.textContent = next.textContent
  else part.replaceWith(document.importNode(next, true))
}
