import { newKey } from './browserId'

/** Keys for one form: the same for the same body however often it is sent, so that a lost answer does nothing twice. */
export function onceKeys(): (body: object) => string {
  let sent = { body: '', key: '' }
  return (body) => {
    const text = JSON.stringify(body)
    if (text !== sent.body) sent = { body: text, key: newKey() }
    return sent.key
  }
}
