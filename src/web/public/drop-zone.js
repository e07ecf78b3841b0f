/** Takes files that are dropped anywhere on the page; `zone` lights up while they hang over it. */
export function takeDrops(zone, take) {
  const light = (on) => zone.toggleAttribute('data-over', on)
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    light(true)
  })
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) light(false)
  })
  addEventListener('drop', (event) => {
    if (!event.dataTransfer?.files.length) return
    event.preventDefault()
    light(false)
    take(event.dataTransfer.files)
  })
}
