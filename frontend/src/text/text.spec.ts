import { describe, expect, it, vi } from 'vitest'
import { fold, firstTongue, matches, pick, setTongue, spellPhone, spellReference, t } from '.'

describe('words', () => {
  it('one or many is chosen by the count, as each language counts', async () => {
    expect(t('form.errors.title', { count: 1 })).toBe('Il y a un point à corriger')
    expect(t('form.errors.title', { count: 3 })).toBe('Il y a 3 points à corriger')
    expect(t('procedure.count', { count: 0 })).toBe('0 démarche')
    await setTongue('en')
    expect(t('procedure.count', { count: 0 })).toBe('0 results')
  })

  it('the chosen language is kept, said to the page, and used for the server’s texts', async () => {
    await setTongue('en')
    expect(firstTongue()).toBe('en')
    expect(document.documentElement.lang).toBe('en')
    expect(pick({ fr: 'Permis', en: 'Licence' })).toBe('Licence')
    expect(pick(null)).toBe('')
  })

  it.each([
    [['en-GB', 'en', 'fr'], 'en'],
    [['de-DE', 'de', 'en'], 'en'],
    [['fr-FR', 'en'], 'fr'],
    [['de', 'FR', 'en'], 'fr'],
    [['frr', 'eng'], 'fr'],
    [[], 'fr'],
  ] as const)('a browser that names %j gets %s, until somebody chooses', async (names, expected) => {
    localStorage.clear()
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue([...names])
    expect(firstTongue()).toBe(expected)
    await setTongue(expected, false)
    expect(localStorage.getItem('porte-ouverte.language')).toBeNull()
    const other = expected === 'en' ? 'fr' : 'en'
    await setTongue(other)
    expect(firstTongue()).toBe(other)
    localStorage.clear()
  })

  it('are found without accents, case, hyphens or ligatures', () => {
    expect(fold('Saint-Martin-de-la-LIEUE')).toBe('saint martin de la lieue')
    expect(fold('Œuvre d’été')).toBe('oeuvre d ete')
    expect(matches('Déclarer une naissance à la CAF', 'declarer NAISS')).toBe(true)
    expect(matches('Déclarer une naissance', 'claire')).toBe(false)
    expect(matches('Anything', '  ')).toBe(true)
  })

  it('a reference is read in two parts', () => {
    expect([spellReference('ABCDEFGH'), spellReference('ABCD-EFGH')]).toEqual(['ABCD-EFGH', 'ABCD-EFGH'])
  })

  it('a phone number is shown as people read it; the same examples stand in TelephoneTest of the API', () => {
    const spelled = (phone: string) => spellPhone(phone).replaceAll('\u00a0', ' ')
    expect(spelled('+33261910101')).toBe('02 61 91 01 01')
    expect(spelled('02.61.91.01.01')).toBe('02 61 91 01 01')
    expect(spelled('+262262901234')).toBe('02 62 90 12 34')
    expect(spelled('+590590123456')).toBe('05 90 12 34 56')
    expect(spelled('+508411234')).toBe('+508 41 12 34')
    expect(spelled('+68940412345')).toBe('+689 40 41 23 45')
    expect(spelled('+442079460958')).toBe('+44 20 79 46 09 58')
    expect(spelled('+32470123456')).toBe('+32 470 12 34 56')
    expect(spelled('+12025550143')).toBe('+1 20 25 55 01 43')
    expect(spelled('3939')).toBe('39 39')
    expect(spelled('mairie')).toBe('mairie')
  })
})
