// The browser asks this policy before a text becomes HTML of the page: answers of our own server may. A text never becomes a script.
window.trustedTypes?.createPolicy('default', { createHTML: html => html });
