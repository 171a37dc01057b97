/* Takes the place of Cockpit's own config.js. Paths of custom scripts are relative to /camunda/app/cockpit/. */
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
  customScripts: ["scripts/crossgov-cockpit"],
};
