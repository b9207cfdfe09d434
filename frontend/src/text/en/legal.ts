import type { legal as french } from '../fr/legal'

/** What the law wants said. */
export const legal: Record<keyof typeof french, string> = {
  'privacy.title': 'Your information stays between us',
  'privacy.lead': 'We ask as little as possible, and only for your appointment.',
  'privacy.what.title': 'What we keep',
  'privacy.what.text':
    'Your name, and a phone number or e-mail address if you give one. The house and the organisation that receive you see them. Nobody else does.',
  'privacy.device.title': 'What stays on your device',
  'privacy.device.text':
    'The language you chose, a random number for this browser, and the papers you ticked. What you type is erased from the device once you have booked. There are no advertising cookies, no audience measurement, and no call to any other site.',
  'privacy.link.title': 'Your private link',
  'privacy.link.text':
    'The page of your appointment opens only with its full link. Give it only to somebody you trust.',
  'privacy.rights.title': 'Your rights',
  'privacy.rights.text':
    'You can ask to see, correct or erase what concerns you: speak to the house where you have your appointment.',
  'a11y.title': 'Accessibility',
  'a11y.lead': 'Everybody must be able to book, with or without a mouse, with or without a screen.',
  'a11y.done.title': 'What we check',
  'a11y.done.text':
    'Every page is checked automatically (axe) at each change, and a whole booking is made with the keyboard alone. The pages work on a 320 pixel screen and enlarged to 200%.',
  'a11y.missing.title': 'What is not done yet',
  'a11y.missing.text':
    'No full audit (RGAA) has yet been made by people from outside, so we cannot state a rate of conformity.',
  'a11y.help.title': 'Having trouble?',
  'a11y.help.text':
    'Call the nearest house or drop in: somebody will book with you. Tell them, too, what got in your way.',
}
