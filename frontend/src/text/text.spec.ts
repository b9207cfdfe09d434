import { describe, expect, it } from 'vitest'
import { fold, keptTongue, matches, pick, setTongue, spellPhone, spellReference, t } from '.'

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
    expect(keptTongue()).toBe('en')
    expect(document.documentElement.lang).toBe('en')
    expect(pick({ fr: 'Permis', en: 'Licence' })).toBe('Licence')
    expect(pick(null)).toBe('')
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

  it('a French phone number is shown in pairs, others as they are', () => {
    expect(spellPhone('+33231000000').replaceAll('\u00a0', ' ')).toBe('02 31 00 00 00')
    expect(spellPhone('+262262123456').replaceAll('\u00a0', ' ')).toBe('02 62 12 34 56')
    expect(spellPhone('+4930123456')).toBe('+4930123456')
  })
})
