/** One server-sent event. */
export interface LiveEvent {
  id: string
  kind: string
  data: string
}

/** Reads a text/event-stream piece by piece, wherever the network cuts it. */
export function eventReader(onEvent: (event: LiveEvent) => void): (text: string) => void {
  let rest = ''
  let id = ''
  let kind = ''
  let data: string[] = []

  function line(text: string): void {
    if (text === '') {
      if (data.length) onEvent({ id, kind: kind || 'message', data: data.join('\n') })
      kind = ''
      data = []
      return
    }
    const colon = text.indexOf(':')
    // A line that begins with a colon is a comment: it only says that the other end is still there.
    if (colon === 0) return
    const field = colon < 0 ? text : text.slice(0, colon)
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '')
    if (field === 'id') id = value
    else if (field === 'event') kind = value
    else if (field === 'data') data.push(value)
  }

  return (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const one of lines) line(one.replace(/\r$/, ''))
  }
}
