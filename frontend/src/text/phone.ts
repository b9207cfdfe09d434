/** Countries with one figure or two (ITU-T E.164); all others have three. */
const ABROAD = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d{4,})$/

/** By two from the end; the first three stay together where their number is odd. */
function pairs(figures: string): string {
  const first = 2 + (figures.length % 2)
  return figures.slice(0, first) + figures.slice(first).replace(/\d\d/g, '\u00a0$&')
}

/** "+33231000000" as people read it: "02 31 00 00 00"; short numbers too: "39 39"; "+44 20 79 46 09 58". As the API's Telephone. */
export function spellPhone(phone: string): string {
  const national = phone.replace(/[\s.-]/g, '').replace(/^\+(33|262|590|594|596)(?=\d{9}$)/, '0')
  const [, country, own] = ABROAD.exec(national) ?? []
  if (own) return `+${country}\u00a0${pairs(own)}`
  return /^(0\d{9}|[1-9]\d{3})$/.test(national) ? pairs(national) : phone
}

/** The code of a paper in two parts: "402 118". */
export function spellCode(code: string): string {
  return code.replace(/^(\d{3})(\d{3})$/, '$1\u00a0$2')
}

/** The reference of a booking in two parts: the one way in which people read it, on letters and slips too. */
export function spellReference(reference: string): string {
  return reference.replace(/^(\w{4})(\w{4})$/, '$1-$2')
}
