/* Takes the place of Tasklist's own config.js. Paths of custom scripts are relative to /camunda/app/tasklist/. */

// A slow connection is no error: without this, whatever takes longer than seven seconds to come would never start. The page's own scripts
// read it from here only; a zero among the settings below would be left out.
window.require.config({ waitSeconds: 0 });

export default {
  app: {
    name: "Tasks",
    vendor: "Cross-government hiring ·",
  },
  dateFormat: {
    monthName: "MMM",
    day: "DD",
    abbr: "lll",
    normal: "MMM D, YYYY h:mm A",
    long: "dddd, MMMM D, YYYY h:mm A",
    short: "MMM D, YYYY",
  },
  locales: {
    availableLocales: ["en"],
    fallbackLocale: "en",
  },
  disableWelcomeMessage: true,
  customScripts: ["scripts/tasklist"],
  shortcuts: {
    claimTask: { key: "ctrl+alt+c", description: "takes the selected task" },
    focusFilter: { key: "ctrl+shift+f", description: "moves to the first task list" },
    focusList: { key: "ctrl+alt+l", description: "moves to the first task of the list" },
    focusForm: { key: "ctrl+alt+f", description: "moves to the first field of the form" },
    startProcess: { key: "ctrl+alt+p", description: "opens the dialog in which a case is started" },
  },
};
