// Before anything is drawn, so that nothing flashes: the theme that was chosen in this browser.
(function () {
  var chosen = /(?:^|; *)jalon_theme=(light|dark|projector)(?:;|$)/.exec(document.cookie);
  if (chosen) document.documentElement.setAttribute("data-theme", chosen[1]);
})();
