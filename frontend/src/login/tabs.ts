/**
 * What the tabs of one browser say to each other about the login. Nothing of it is stored: what a tab keeps is gone with
 * it, on counters that several people share.
 */
export type Word =
  /** This refresh token was used; what came of it, as oidc-client-ts keeps it. */
  | { kind: 'renewed'; of: string; user: string }
  /** Does somebody know what came of this refresh token? */
  | { kind: 'asked'; of: string }
  /** Somebody is there. */
  | { kind: 'touched'; at: number }
  /** Nobody was for too long. */
  | { kind: 'locked' }
  /** This person has given their password again, and this is their login now. */
  | { kind: 'unlocked'; username: string; user: string }

export interface Tabs {
  /** To all others. */
  tell: (word: Word) => void
  hear: (listener: (word: Word) => void) => void
  /** Says and hears nothing more. */
  leave: () => void
}

const CHANNEL = 'porte-ouverte.login'

export function openTabs(): Tabs {
  if (typeof BroadcastChannel !== 'function') return { tell: () => undefined, hear: () => undefined, leave: () => undefined }
  const channel = new BroadcastChannel(CHANNEL)
  return {
    tell: (word) => channel.postMessage(word),
    hear: (listener) => channel.addEventListener('message', ({ data }: MessageEvent<Word>) => listener(data)),
    leave: () => channel.close(),
  }
}

/** One tab after the other; where the browser knows no locks, each for itself. */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  return navigator.locks ? navigator.locks.request(CHANNEL, work) : work()
}
