/** The letters of an ordinary SMS (GSM 03.38), those that count twice included; any other makes it dearer. */
const ALPHABET =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€\f'

/** The letters of a text that are not among them, each once. */
export function dearLetters(text: string): string[] {
  return [...new Set(text)].filter((letter) => !ALPHABET.includes(letter))
}
