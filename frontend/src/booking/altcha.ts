import 'altcha/altcha.css'
import 'altcha/external'
import ShaWorker from 'altcha/workers/sha?worker'
import { t, tongue } from '@/text'

/** ALTCHA's widget, served by us. It comes only where a proof is asked for, and asks nobody but its own worker. */
export function makeWidget(challenge: object): HTMLElement {
  const { algorithms, i18n } = globalThis.$altcha
  algorithms.set('SHA-256', () => new ShaWorker())
  const said = { label: t('proof.label'), verifying: t('proof.verifying'), verified: t('proof.verified'), error: t('proof.failed'), expired: t('proof.expired') }
  i18n.set(tongue(), { ...i18n.get('en'), ...said, waitAlert: said.verifying, verificationRequired: said.label })
  const widget = document.createElement('altcha-widget')
  for (const [name, value] of Object.entries({ language: tongue(), auto: 'onload', type: 'native' })) widget.setAttribute(name, value)
  // As an attribute: the element knows its own methods only once it stands in the page.
  const how = JSON.stringify({ challenge, hideFooter: true, hideLogo: true, humanInteractionSignature: false, minDuration: 0, workers: 2 })
  widget.setAttribute('configuration', how)
  return widget
}
