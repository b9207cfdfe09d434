import { type BookingRequest, newKey, type Visitor } from '@/api'
import { tongue } from '@/text'
import { kept } from '@/ui'

export type Contact = '' | 'phone' | 'email' | 'none'

/** What somebody typed so far: it survives a reload of the tab, and is erased once booked. */
export const draft = kept('draft', () => ({
  firstName: '',
  lastName: '',
  contact: '' as Contact,
  phone: '',
  email: '',
  forOther: false,
  bookedBy: '',
  sent: '',
  key: '',
}))

/** Only what was chosen is sent: a number typed before "by e-mail" was picked stays on the device. */
export function visitorOf(): Visitor {
  const visitor: Visitor = { firstName: draft.firstName.trim(), lastName: draft.lastName.trim(), language: tongue() }
  if (draft.contact === 'phone') Object.assign(visitor, { phone: draft.phone.trim(), contactBy: phoneWay(draft.phone) })
  else if (draft.contact === 'email') Object.assign(visitor, { email: draft.email.trim(), contactBy: 'email' })
  else visitor.contactBy = 'none'
  if (draft.forOther) visitor.bookedBy = draft.bookedBy.trim()
  return visitor
}

// French mobile numbers (06, 07, and 0692/0693, 0690/0691, 0694, 0696 overseas) take text messages; a landline is called.
export function phoneWay(phone: string): 'sms' | 'call' {
  const digits = phone.replace(/[^\d+]/g, '').replace(/^(\+|00)\d{2,3}?(?=[1-9]\d{8}$)/, '0')
  return /^0[67]/.test(digits) ? 'sms' : 'call'
}

/** One key for one content: sent again after a lost answer it books once; changed, it is another attempt. */
export function keyFor(body: BookingRequest): string {
  const content = JSON.stringify(body)
  if (draft.sent !== content || !draft.key) Object.assign(draft, { sent: content, key: newKey() })
  return draft.key
}
