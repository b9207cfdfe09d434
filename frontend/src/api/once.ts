import { newKey } from './browserId'
import { NoAnswer } from './problem'

/** Keys for one form: the same for the same body however often it is sent, so that a lost answer does nothing twice. */
export function onceKeys(): (body: object) => string {
  let sent = { body: '', key: '' }
  return (body) => {
    const text = JSON.stringify(body)
    if (text !== sent.body) sent = { body: text, key: newKey() }
    return sent.key
  }
}

/** Sends commands with a key each: the same again only for one whose answer was lost, until another command is sent. */
export function onceUntilAnswered(): <T>(what: string, send: (key: string) => Promise<T>) => Promise<T> {
  let lost = { what: '', key: '' }
  return async (what, send) => {
    const key = lost.what === what ? lost.key : newKey()
    lost = { what: '', key: '' }
    try {
      return await send(key)
    } catch (error) {
      if (error instanceof NoAnswer) lost = { what, key }
      throw error
    }
  }
}
