/*
 * The forms' toolkit, loaded with Tasklist before any form. What stands on the page's window here, and nowhere else, is for the scripts in
 * the forms themselves; a case keeps the forms it began with, so what they call stays.
 */

import { closeWith, mount } from "../workbench/index.js";
import { api, messagesOf } from "./api.js";
import { bind } from "./binding.js";
import { forget } from "./messages.js";
import { sentenceOf } from "./words.js";

window.xg = { form: bind, api: Object.assign((...call) => api(...call), { messagesOf }), sentenceOf };
window.xgMessages = { forget };
window.xgWorkbench = { mount, closeWith };
