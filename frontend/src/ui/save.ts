/** Hands a text to the browser as a file to keep. */
export function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // Freed later: some phones read the file only after the click has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
