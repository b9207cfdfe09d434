import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type LiveEvent, openStream, type Stop } from './stream'

describe('a stream', () => {
  let stop: Stop = () => undefined
  let asked: Request[] = []
  let lines: ReadableStreamDefaultController<Uint8Array>[] = []
  let up = true
  const bytes = (text: string) => new TextEncoder().encode(text)
  const heard: string[] = []
  let events: LiveEvent[] = []

  beforeEach(() => {
    vi.useFakeTimers()
    asked = []
    lines = []
    heard.length = 0
    events = []
    up = true
    vi.stubGlobal('fetch', async (request: Request) => {
      asked.push(request)
      if (!up) throw new TypeError('no network')
      const body = new ReadableStream<Uint8Array>({ start: (controller) => void lines.push(controller) })
      request.signal.addEventListener('abort', () => lines.at(-1)!.error(new DOMException('aborted', 'AbortError')))
      return new Response(body)
    })
    stop = openStream('/api/v1/x', async () => ({ Authorization: 'Bearer me' }), {
      onEvent: (event) => {
        heard.push(event.id)
        events.push(event)
      },
      onOpen: () => heard.push('open'),
      onLost: () => heard.push('lost'),
    })
  })
  afterEach(() => {
    stop()
    vi.useRealTimers()
  })

  it('carries the bearer, and begins without asking for what was before', async () => {
    await vi.advanceTimersByTimeAsync(0)
    expect(asked[0]!.headers.get('Authorization')).toBe('Bearer me')
    expect(asked[0]!.headers.has('Last-Event-ID')).toBe(false)
    expect(heard).toEqual(['open'])
  })

  async function read(...pieces: string[]): Promise<LiveEvent[]> {
    events = []
    for (const piece of pieces) lines.at(-1)!.enqueue(bytes(piece))
    await vi.advanceTimersByTimeAsync(0)
    return events
  }

  it('takes events whole wherever the network cuts them', async () => {
    await vi.advanceTimersByTimeAsync(0)
    const text = 'id: 7\nevent: change\ndata: {"seq":7}\n\nid: 8\nevent: change\ndata: {"seq":8}\n\n'
    const whole = [{ id: '7', kind: 'change', data: '{"seq":7}' }, { id: '8', kind: 'change', data: '{"seq":8}' }]
    expect(await read(text)).toEqual(whole)
    expect(await read(...text)).toEqual(whole)
    expect(await read(text.replaceAll('\n', '\r\n'))).toEqual(whole)
  })

  it('joins lines of data, keeps the id, and passes over comments and what it does not know', async () => {
    await vi.advanceTimersByTimeAsync(0)
    expect(await read(':still here\n\nid:1\ndata:a\ndata: b\nretry: 5\n\ndata:c\n\n')).toEqual([
      { id: '1', kind: 'message', data: 'a\nb' },
      { id: '1', kind: 'message', data: 'c' },
    ])
  })

  it('does not give an event that is not finished', async () => {
    await vi.advanceTimersByTimeAsync(0)
    expect(await read('id: 7\ndata: half')).toEqual([])
  })

  it('resumes after the last event that it heard', async () => {
    await vi.advanceTimersByTimeAsync(0)
    lines[0]!.enqueue(bytes('id: 41\ndata: {}\n\nid: 42\ndata: {}\n\n'))
    await vi.advanceTimersByTimeAsync(0)
    lines[0]!.error(new TypeError('cut'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(heard).toEqual(['open', '41', '42', 'lost', 'open'])
    expect(asked[1]!.headers.get('Last-Event-ID')).toBe('42')
  })

  it('waits longer after each failure, up to half a minute, and at once again after a success', async () => {
    await vi.advanceTimersByTimeAsync(0)
    up = false
    lines[0]!.close()
    await vi.advanceTimersByTimeAsync(120_000)
    const tries = asked.length
    expect(tries).toBeGreaterThan(5)
    expect(tries).toBeLessThan(14)
    up = true
    dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(0)
    expect(heard.at(-1)).toBe('open')
  })

  it('notices a line that is silent for too long, and one that the browser knows to be gone', async () => {
    await vi.advanceTimersByTimeAsync(0)
    await vi.advanceTimersByTimeAsync(71_000)
    expect(heard).toEqual(['open', 'lost', 'open'])
    dispatchEvent(new Event('offline'))
    await vi.advanceTimersByTimeAsync(0)
    expect(heard.at(-1)).toBe('lost')
  })

  it('is silent after it was stopped', async () => {
    await vi.advanceTimersByTimeAsync(0)
    stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(heard).toEqual(['open'])
    expect(asked).toHaveLength(1)
  })
})
