import { describe, expect, it } from 'vitest'
import { saysNothingWithoutScripts } from '../../src/capture/shell.ts'

const words = 'Wij zijn er voor iedereen in de stad die vragen heeft over wonen, werken en zorg. '.repeat(5)

describe('markup', () => {
  it.each([
    ['an empty root and a script', '<!doctype html><title>Stad</title><div id="root"></div><script src="/app.js"></script>'],
    ['an empty body and a module', '<body><script type="module" src="/main.js"></script></body>'],
    [
      'a request for scripts',
      '<noscript>You need to enable JavaScript to run this app.</noscript><main><p>Even geduld, de pagina wordt geladen</p></main><script src="a.js"></script>',
    ],
    ['a framework element', '<app-root>Laden</app-root><script src="runtime.js"></script>'],
    ['words that only scripts read', `<div id="__next"></div><script>var page = "${words}"</script>`],
    ['words that nobody sees', `<style>${words}</style><template>${words}</template><div id="app"></div><script></script>`],
  ])('that says nothing without scripts: %s', (_, html) => {
    expect(saysNothingWithoutScripts(html)).toBe(true)
  })

  it.each([
    ['words', `<div id="root"><p>${words}</p></div><script src="/app.js"></script>`],
    ['links', '<a href="/a">a</a><a href="/b">b</a><a href="https://x.example/c">c</a><script src="/app.js"></script>'],
    ['no scripts', '<!doctype html><h1>Welkom</h1>'],
    ['data, not scripts', '<h1>Welkom</h1><script type="application/ld+json">{}</script>'],
    [
      'a short page with a script that only counts visitors',
      `<h1>Stadsgalerie Voorbeeld</h1><p>Iedere dag open van tien tot vijf uur, op maandag gesloten</p><script src="/stat.js"></script>`,
    ],
    ['nothing at all', ''],
  ])('that speaks for itself: %s', (_, html) => {
    expect(saysNothingWithoutScripts(html)).toBe(false)
  })

  it('of ten megabytes is weighed in a blink', () => {
    const started = performance.now()
    expect(saysNothingWithoutScripts(`<script></script>${'<div></div>'.repeat(900_000)}`)).toBe(true)
    expect(performance.now() - started).toBeLessThan(4000)
  })
})
