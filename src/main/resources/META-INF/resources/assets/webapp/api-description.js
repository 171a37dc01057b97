/* Swagger UI within our own page. Requests that change something carry the token of the person's session, as those of our pages do. */
import { tokenHeader } from "../token.js";
import { keepNamed, name } from "./names.js";

const place = document.querySelector("[data-api-description]");

window.SwaggerUIBundle({
  url: place.dataset.apiDescription,
  domNode: place,
  presets: [window.SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  // Asks a server elsewhere.
  validatorUrl: null,
  // Links within the buttons that open an operation are met by no keyboard.
  deepLinking: false,
  // Each operation shows what it takes and gives; the list of all shapes at the end is for nobody, in letters too pale to be read.
  defaultModelsExpandDepth: -1,
  requestInterceptor: (request) => ({ ...request, headers: { ...request.headers, ...tokenHeader() } }),
});

keepNamed([["#servers", name("Server")]]);
