/** What the law wants said. */
export const legal = {
  'privacy.title': 'Vos informations restent entre nous',
  'privacy.lead': 'Nous demandons le moins possible, et seulement pour votre rendez-vous.',
  'privacy.what.title': 'Ce que nous gardons',
  'privacy.what.text':
    'Votre nom, et un téléphone ou une adresse e-mail si vous en donnez un. La maison et l’organisme qui vous reçoivent les voient. Personne d’autre.',
  'privacy.device.title': 'Ce qui reste sur votre appareil',
  'privacy.device.text':
    'La langue choisie, un numéro au hasard pour ce navigateur, et les papiers que vous avez cochés. Ce que vous saisissez est effacé de l’appareil après la réservation. Il n’y a ni cookie publicitaire, ni mesure d’audience, ni appel à un autre site.',
  'privacy.link.title': 'Votre lien privé',
  'privacy.link.text':
    'La page de votre rendez-vous s’ouvre seulement avec son lien complet. Ne le donnez qu’à une personne de confiance.',
  'privacy.rights.title': 'Vos droits',
  'privacy.rights.text':
    'Vous pouvez demander à voir, corriger ou effacer ce qui vous concerne : adressez-vous à la maison où vous avez rendez-vous.',
  'a11y.title': 'Accessibilité',
  'a11y.lead': 'Tout le monde doit pouvoir prendre rendez-vous, avec ou sans souris, avec ou sans écran.',
  'a11y.done.title': 'Ce que nous vérifions',
  'a11y.done.text':
    'Chaque page est contrôlée automatiquement (axe) à chaque changement, et la réservation entière est faite au clavier seul. Les pages s’utilisent sur un écran de 320 pixels et agrandies à 200 %.',
  'a11y.missing.title': 'Ce qui n’est pas encore fait',
  'a11y.missing.text':
    'Aucun audit complet (RGAA) n’a encore été mené par des personnes extérieures. Nous ne pouvons donc pas annoncer de taux de conformité.',
  'a11y.help.title': 'Une difficulté ?',
  'a11y.help.text':
    'Appelez la maison la plus proche ou passez la voir : on prendra le rendez-vous avec vous. Dites-y aussi ce qui vous a gêné.',
}
