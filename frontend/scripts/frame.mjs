/**
 * The document of the frame: the app's own with a mark by which main.ts knows it, so that no other one ever shows the booking alone, and this one
 * never shows anything else, however its address is written.
 *
 * @param {string} index
 * @returns {string}
 */
export function frameOf(index) {
  const marked = index.replace('<html ', '<html data-frame ')
  if (marked === index) throw new Error('index.html has no <html …> to mark')
  return marked
    .replace(/<title>.*<\/title>/, '<title>Prendre rendez-vous – Porte ouverte</title>')
    .replace(/<meta name="description"[^>]*>/, '<meta name="robots" content="noindex" />')
}
