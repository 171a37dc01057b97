// Cockpit's own viewer of diagrams (bpmn-js), taken out of the bundle of libraries that Cockpit loads (lib/deps.js, loaded before this).
// The bundle is webpack's: functions by number, each given the module it fills and what loads the others.
(() => {
  const functions = self.webpackChunkcamunda_bpm_webapp[0][1];
  const loaded = {};
  const load = number => {
    if (!loaded[number]) {
      const module = loaded[number] = {exports: {}};
      functions[number].call(module.exports, module, module.exports, load);
    }
    return loaded[number].exports;
  };
  load.d = (exports, getters) => Object.keys(getters)
    .forEach(name => Object.defineProperty(exports, name, {enumerable: true, get: getters[name]}));
  load.r = exports => Object.defineProperty(exports, '__esModule', {value: true});
  load.n = module => {
    const get = module && module.__esModule ? () => module.default : () => module;
    load.d(get, {a: get});
    return get;
  };
  load.o = (object, name) => Object.prototype.hasOwnProperty.call(object, name);
  load.g = self;

  const viewer = Object.keys(functions).find(number => String(functions[number]).includes('bjs-container'));
  self.CockpitViewer = Object.values(load(viewer)).find(value => value.prototype && value.prototype.importXML);
})();
