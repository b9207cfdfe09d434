import type { common as french } from '../fr/common'

export const common: Record<keyof typeof french, string> = {
  'done.before': 'Before that: {what}',
  'app.name': 'Porte ouverte',
  'app.skip': 'Skip to content',
  'app.home': 'Porte ouverte, home',
  'app.demo': 'This is a demonstration: appointments made here are not real.',
  'app.outbox': 'See the messages kept here',
  'app.french': 'Français',
  'app.english': 'English',
  'app.events': 'Events and workshops',
  'app.privacy': 'Privacy',
  'app.accessibility': 'Accessibility',
  'app.staff': 'Staff area',
  'app.footer': 'Information',
  'app.back': 'Back',
  'app.loading': 'One moment…',
  'notFound.title': 'This page does not exist',
  'notFound.text': 'The address may be incomplete. You can start again from the beginning.',
  'notFound.home': 'Book an appointment',
  'failure.offline.title': 'The connection is not getting through',
  'failure.offline.text': 'We had no answer. Check your connection, then try again. Nothing you typed is lost.',
  'failure.busy.title': 'Many people are here right now',
  'failure.busy.text': 'The service is in high demand. Nothing is lost.',
  'failure.busy.wait': 'Trying again in {count} second. | Trying again in {count} seconds.',
  'failure.missing.title': 'We found nothing at this address',
  'failure.missing.text': 'What you are looking for does not exist, or no longer does.',
  'failure.other.title': 'Something went wrong',
  'failure.other.text': 'The fault is ours. Please try again in a moment.',
  'failure.id': 'Number to quote if you call us: {id}',
  'failure.retry': 'Try again',
  'form.errors.title': 'There is one thing to correct | There are {count} things to correct',
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
