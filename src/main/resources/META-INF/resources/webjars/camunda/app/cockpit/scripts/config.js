/* Takes the place of Cockpit's own config.js. Paths of custom scripts are relative to /camunda/app/cockpit/. */

// A slow connection is no error: without this, whatever takes longer than seven seconds to come would never start. The page's own scripts
// read it from here only; a zero among the settings below would be left out.
window.require.config({ waitSeconds: 0 });

export default {
  app: {
    name: "Cockpit",
    vendor: "Cross-government hiring ·",
  },
  locales: {
    availableLocales: ["en"],
    fallbackLocale: "en",
  },
  disableWelcomeMessage: true,
  customScripts: ["scripts/cockpit"],
};
