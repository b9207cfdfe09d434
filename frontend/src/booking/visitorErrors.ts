import { t } from '@/text'
import type { FormError } from '@/ui'
import type { draft as theDraft } from './draft'

/** The fields of the page that the server's names of fields stand for. */
export const FIELD_IDS: Record<string, string> = {
  'visitor.firstName': 'firstName',
  'visitor.lastName': 'lastName',
  'visitor.phone': 'phone',
  'visitor.email': 'email',
  'visitor.contactBy': 'contact-phone',
  'visitor.bookedBy': 'bookedBy',
}

/** What is missing or wrong before anything is sent. The server has the last word. */
export function visitorErrors(draft: typeof theDraft, contactRequired: boolean): FormError[] {
  const errors: FormError[] = []
  const wrong = (id: string, message: string) => errors.push({ id, message })
  if (!draft.firstName.trim()) wrong('firstName', t('who.error.firstName'))
  if (!draft.lastName.trim()) wrong('lastName', t('who.error.lastName'))
  if (!draft.contact || (contactRequired && draft.contact === 'none')) wrong('contact-phone', t('who.error.contact'))
  if (draft.contact === 'phone' && !draft.phone.trim()) wrong('phone', t('who.error.phone'))
  if (draft.contact === 'email') {
    if (!draft.email.trim()) wrong('email', t('who.error.email'))
    else if (!/^\S+@\S+\.\S+$/.test(draft.email.trim())) wrong('email', t('who.error.emailShape'))
  }
  if (draft.forOther && !draft.bookedBy.trim()) wrong('bookedBy', t('who.error.bookedBy'))
  return errors
}
