import { describe, expect, it } from 'vitest'
import { nestsTooDeep } from '../../src/capture/nesting.ts'

describe('markup nests too deep', () => {
  it.each([
    ['when nothing is closed', '<div>'.repeat(5000)],
    ['when all is closed in the end', '<b>'.repeat(5000) + '</b>'.repeat(5000)],
    ['when it looks closed but is not', '<div/>'.repeat(5000)],
    ['within a drawing', `<svg>${'<g>'.repeat(5000)}`],
    ['behind a drawing that was left open', `<svg><path/><div>${'<path/>'.repeat(5000)}`],
    ['behind comments and scripts', `<!-- x --><script>1</script>${'<span>'.repeat(5000)}`],
  ])('%s', (_, html) => {
    expect(nestsTooDeep(html)).toBe(true)
  })
})

describe('markup does not nest too deep', () => {
  it.each([
    ['in a long page', '<div><p>tekst<br><a href="/">x</a></div>'.repeat(20_000)],
    ['in a list that is never closed', `<ul>${'<li>x'.repeat(20_000)}`],
    ['in a table written short', `<table>${'<tr><td>1<td>2'.repeat(20_000)}`],
    ['in a drawing of many lines', `<svg>${'<path d="M0 0"/>'.repeat(20_000)}</svg>`],
    ['in a script', `<script>${'if (a<b) c="<div>";'.repeat(20_000)}</script>`],
    ['in a comment', `<!-- ${'<div>'.repeat(20_000)} -->`],
    ['in sums', '1 < 2 <3 '.repeat(20_000)],
    ['in nothing', ''],
  ])('%s', (_, html) => {
    expect(nestsTooDeep(html)).toBe(false)
  })

  it.each(['<', '<script', '<!--', '</div', '<path ', '<title>a</title>'])('and is weighed in a blink: %s', (piece) => {
    const html = `<svg>${piece.repeat(Math.ceil(2_000_000 / piece.length))}`
    const started = performance.now()
    nestsTooDeep(html)
    expect(performance.now() - started).toBeLessThan(1500)
  })
})
