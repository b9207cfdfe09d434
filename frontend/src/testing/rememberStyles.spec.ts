import { describe, expect, it } from 'vitest'

describe('what a style comes to', () => {
  it('is asked anew once an element, or what it stands in, is hidden or shown', () => {
    document.body.innerHTML = '<div><p>Bonjour</p></div>'
    const [div, p] = [document.querySelector('div')!, document.querySelector('p')!]
    expect(getComputedStyle(p).display).toBe('block')
    p.hidden = true
    expect(getComputedStyle(p).display).toBe('none')
    p.hidden = false
    div.style.visibility = 'hidden'
    expect(getComputedStyle(p).visibility).toBe('hidden')
    p.style.visibility = 'visible'
    expect(getComputedStyle(p).visibility).toBe('visible')
  })

  it('is never remembered where a style sheet says it', () => {
    document.body.innerHTML = '<p class="gone">Bonjour</p>'
    expect(getComputedStyle(document.querySelector('p')!).display).toBe('block')
    document.head.innerHTML = '<style>.gone { display: none }</style>'
    expect(getComputedStyle(document.querySelector('p')!).display).toBe('none')
  })
})
