import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { spoken } from '../client'
import { problemFrom } from '../problem'

/** One server-sent event. */
export interface LiveEvent {
  /** Of this event, or of the last one that had any. */
  id: string
  kind: string
  data: string
}
export interface Listener {
  onEvent: (event: LiveEvent) => void
  onOpen: () => void
  /** Called each time the stream ends or does not come; it is tried again by itself. */
  onLost: (status: number | null) => void
}
export type Stop = () => void

/** In whose name a stream is asked for, when that may end. */
export interface Caller {
  /** The API does not know them by these headers. */
  refused: (headers: Record<string, string>) => void
  /** Calls back each time they can be heard again. */
  whenBack: (listener: () => void) => Stop
}

/** Milliseconds before the first new try and the longest between two. */
const [SOON, LATE] = [500, 30_000]
/** The server says something each 25 s; after this long without a byte, in milliseconds, the line is dead. */
const SILENCE = 70_000

/**
 * A stream of events, read by fetch so that it can carry a bearer. It resumes after the last event that came
 * (`Last-Event-ID`), waits longer after each failure, and tries at once when the network is back.
 */
export function openStream(path: string, headers: () => Promise<Record<string, string>>, listener: Listener, caller?: Caller): Stop {
  let lastId = ''
  let failures = 0
  let stopped = false
  let line: AbortController | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  async function listen(): Promise<void> {
    clearTimeout(timer)
    const mine = (line = new AbortController())
    let status: number | null = null
    try {
      const who = await headers()
      const answer = await globalThis.fetch(new Request(new URL(path, location.origin), options(who, mine.signal)))
      status = answer.status
      if (status === 401) caller?.refused(who)
      if (!answer.ok || !answer.body) throw problemFrom(answer, null)
      listener.onOpen()
      await readEvents(answer.body, mine, (event) => {
        if (!stopped && mine === line) hear(event)
      })
    } catch {
      // Whatever it was, the way on is the same: say so and try again.
    }
    if (stopped || mine !== line) return
    line = null
    listener.onLost(status === 200 ? null : status)
    timer = setTimeout(listen, Math.min(SOON * 2 ** failures++, LATE) * (0.75 + Math.random() / 2))
  }

  function options(who: Record<string, string>, signal: AbortSignal): RequestInit {
    const resume = lastId ? { 'Last-Event-ID': lastId } : undefined
    const said = { Accept: 'text/event-stream', 'Accept-Language': spoken(), ...resume, ...who }
    return { headers: said, signal, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' }
  }

  function hear({ id, event, data }: EventSourceMessage): void {
    failures = 0
    lastId = id || lastId
    listener.onEvent({ id: lastId, kind: event ?? 'message', data })
  }

  // A browser that knows that it has no network need not wait for the silence to end.
  const cut = () => line?.abort()
  const again = () => {
    if (!line && !stopped) void listen()
  }
  addEventListener('offline', cut)
  addEventListener('online', again)
  const deaf = caller?.whenBack(again)
  void listen()

  return () => {
    stopped = true
    clearTimeout(timer)
    line?.abort()
    removeEventListener('offline', cut)
    removeEventListener('online', again)
    deaf?.()
  }
}

/** Until the stream ends; a line that says nothing for too long is given up. */
async function readEvents(body: ReadableStream<Uint8Array>, line: AbortController, onEvent: (event: EventSourceMessage) => void): Promise<void> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  const { feed } = createParser({ onEvent })
  let watchdog: ReturnType<typeof setTimeout> | undefined
  try {
    for (;;) {
      clearTimeout(watchdog)
      watchdog = setTimeout(() => line.abort(), SILENCE)
      const { done, value } = await reader.read()
      if (done) return
      feed(decoder.decode(value, { stream: true }))
    }
  } finally {
    clearTimeout(watchdog)
    void reader.cancel().catch(() => undefined)
  }
}
