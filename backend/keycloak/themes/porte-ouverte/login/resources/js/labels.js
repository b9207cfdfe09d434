// Who logs in again sees their name in a field that no label names: Keycloak's label is for another one.
addEventListener('DOMContentLoaded', () => {
  if (!document.getElementById('kc-attempted-username')) return
  document.querySelector('label[for="username"]')?.setAttribute('for', 'kc-attempted-username')
})
