// For sites that frame our booking: gives each frame the height of what it shows. Without it the frame keeps the height that
// the site gave it, and scrolls. It reads nothing of the page but its frames of ours; see /integrer.
;(function () {
  var ours = new URL(document.currentScript.src).origin
  var each = function (act) {
    document.querySelectorAll('iframe').forEach(function (frame) {
      if (frame.src.indexOf(ours + '/cadre/') === 0) act(frame)
    })
  }
  window.addEventListener('message', function (event) {
    if (event.origin !== ours || !event.data) return
    each(function (frame) {
      if (frame.contentWindow !== event.source) return
      var height = Number(event.data.hauteur)
      if (event.data.type === 'porte-ouverte:hauteur' && height > 0) frame.style.height = Math.min(Math.ceil(height), 20000) + 'px'
      // Another page in the frame: its beginning is shown, not the place where the one before was pressed.
      if (event.data.type === 'porte-ouverte:page' && frame.getBoundingClientRect().top < 0) frame.scrollIntoView()
    })
  })
  // A frame that was there before this script has told its height to nobody.
  each(function (frame) {
    frame.contentWindow.postMessage({ type: 'porte-ouverte:hauteur?' }, ours)
  })
})()
