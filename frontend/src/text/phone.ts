/** "+33231000000" as people read it: "02 31 00 00 00"; short numbers too: "39 39". Numbers of other countries stay as they are. */
export function spellPhone(phone: string): string {
  const national = phone.replace(/[\s.-]/g, '').replace(/^\+(33|262|590|594|596)(?=\d{9}$)/, '0')
  return /^(0\d{9}|[1-9]\d{3})$/.test(national) ? national.replace(/(\d\d)(?=\d)/g, '$1\u00a0') : phone
}

/** The code of a paper in two parts: "402 118". */
export function spellCode(code: string): string {
  return code.replace(/^(\d{3})(\d{3})$/, '$1\u00a0$2')
}

/** The reference of a booking in two parts, as it stands on letters and slips. */
export function spellReference(reference: string): string {
  return reference.replace(/^(\w{4})(\w{4})$/, '$1-$2')
}
