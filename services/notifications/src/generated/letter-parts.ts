// Made from letter.mjml by `npm run synth`.
import { escapeHtml } from '../escape-html.ts'

export const paragraph = (it: { text: string }): string =>
  "<tr><td align=\"left\" class=\"ink\" style=\"font-size:0px;padding:0 0 16px;word-break:break-word;\"><div style=\"font-family:-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:16px;line-height:25px;text-align:left;color:#27201a;\">" +
  escapeHtml(it.text) +
  "</div></td></tr>"

export const quote = (it: { text: string }): string =>
  "<tr><td align=\"left\" class=\"ink\" style=\"font-size:0px;padding:0 0 16px;word-break:break-word;\"><div style=\"font-family:-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:16px;line-height:25px;text-align:left;color:#27201a;\"><div class=\"quote\" style=\"padding:10px 16px;border-left:3px solid #20563a;background:#f3f0e9\">" +
  escapeHtml(it.text) +
  "</div></div></td></tr>"

export const link = (it: { href: string; label: string }): string =>
  "<tr><td align=\"left\" vertical-align=\"middle\" class=\"button\" style=\"font-size:0px;padding:4px 0 22px;word-break:break-word;\"><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"><tbody><tr><td align=\"center\" bgcolor=\"#20563a\" role=\"presentation\" valign=\"middle\" style=\"border:none;border-radius:999px;cursor:auto;mso-padding-alt:14px 26px;background:#20563a;\"><a href=\"" +
  escapeHtml(it.href) +
  "\" target=\"_blank\" style=\"display:inline-block;background:#20563a;color:#ffffff;font-family:-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:16px;font-weight:600;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 26px;mso-padding-alt:0px;border-radius:999px;\">" +
  escapeHtml(it.label) +
  "</a></td></tr></tbody></table></td></tr>"

export const fact = (it: { name: string; value: string }): string =>
  "<div style=\"padding:0 0 8px\"><span class=\"muted\" style=\"color:#625950;font-size:14px\">" +
  escapeHtml(it.name) +
  ":</span> " +
  escapeHtml(it.value) +
  "</div>"

export const facts = (it: { facts: string }): string =>
  "<tr><td align=\"left\" class=\"ink\" style=\"font-size:0px;padding:0 0 8px;word-break:break-word;\"><div style=\"font-family:-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:16px;line-height:25px;text-align:left;color:#27201a;\">" +
  it.facts +
  "</div></td></tr>"

export const each = (it: { price: string }): string =>
  "<br /><span class=\"muted\" style=\"color:#625950;font-size:14px\">" +
  escapeHtml(it.price) +
  "</span>"

export const line = (it: { what: string; each: string; amount: string }): string =>
  "<tr><td class=\"rule\" style=\"padding:12px 16px 12px 0;border-bottom:1px solid #e0dcd4;vertical-align:top;word-break:break-word\">" +
  escapeHtml(it.what) +
  it.each +
  "</td><td class=\"rule\" align=\"right\" style=\"padding:12px 0;border-bottom:1px solid #e0dcd4;vertical-align:top;white-space:nowrap\">" +
  escapeHtml(it.amount) +
  "</td></tr>"

export const total = (it: { label: string; amount: string }): string =>
  "<tr><td style=\"padding:10px 16px 0 0\">" +
  escapeHtml(it.label) +
  "</td><td align=\"right\" style=\"padding:10px 0 0;white-space:nowrap\">" +
  escapeHtml(it.amount) +
  "</td></tr>"

export const sum = (it: { label: string; amount: string }): string =>
  "<tr><th scope=\"row\" align=\"left\" style=\"padding:12px 16px 0 0;font-size:18px\">" +
  escapeHtml(it.label) +
  "</th><td align=\"right\" style=\"padding:12px 0 0;font-size:18px;font-weight:700;white-space:nowrap\">" +
  escapeHtml(it.amount) +
  "</td></tr>"

export const order = (it: { lines: string; totals: string }): string =>
  "<tr><td align=\"left\" class=\"ink\" style=\"font-size:0px;padding:0 0 20px;word-break:break-word;\"><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" width=\"100%\" style=\"color:#27201a;font-family:-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:16px;line-height:24px;table-layout:auto;width:100%;border:none;\">" +
  it.lines +
  it.totals +
  "</table></td></tr>"

export const letter = (it: { language: string; subject: string; preheader: string; store: string; title: string; blocks: string; footnote: string }): string =>
  "<!doctype html><html lang=\"" +
  escapeHtml(it.language) +
  "\" dir=\"auto\" xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><title>" +
  escapeHtml(it.subject) +
  "</title><!--[if !mso]><!--><meta http-equiv=\"X-UA-Compatible\" content=\"IE=edge\"><!--<![endif]--><meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style type=\"text/css\">\n#outlook a { padding: 0; }\nbody { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; -ms-text-size-adjust: 100%; }\ntable, td { border-collapse: collapse; mso-table-lspace: 0pt; mso-table-rspace: 0pt; }\nimg { border: 0; height: auto; line-height: 100%; outline: none; text-decoration: none; -ms-interpolation-mode: bicubic; }\np { display: block; margin: 13px 0; }\n</style>\n<!--[if mso]>\n<noscript>\n<xml>\n<o:OfficeDocumentSettings>\n  <o:AllowPNG/>\n  <o:PixelsPerInch>96</o:PixelsPerInch>\n</o:OfficeDocumentSettings>\n</xml>\n</noscript>\n<![endif]-->\n<!--[if lte mso 11]>\n<style type=\"text/css\">\n.mj-outlook-group-fix { width:100% !important; }\n</style>\n<![endif]-->\n<style type=\"text/css\">@media only screen and (min-width:480px) { .mj-column-per-100 { width:100% !important; max-width:100%; }  }</style><style media=\"screen and (min-width:480px)\">.moz-text-html .mj-column-per-100 { width:100% !important; max-width:100%; } </style><style type=\"text/css\">:root { color-scheme: light dark; supported-color-schemes: light dark; }\n      a { color: #20563a; }\n      @media only screen and (max-width: 480px) {\n        .sheet > table > tbody > tr > td { padding: 28px 20px 12px !important; }\n      }\n      @media (prefers-color-scheme: dark) {\n        body, .paper { background: #161310 !important; }\n        .sheet, .sheet > table { background: #1f1b17 !important; }\n        .ink, .ink td, .ink th, .ink h1, .ink div { color: #f0ece5 !important; }\n        .muted, .muted div, .ink .muted { color: #afaaa1 !important; }\n        .rule { border-color: #38332e !important; }\n        .ink .quote { background: #27231f !important; color: #f0ece5 !important; border-color: #84d2a5 !important; }\n        .button td, .button a { background: #84d2a5 !important; color: #091a11 !important; }\n        a { color: #84d2a5 !important; }\n      }</style><meta name=\"color-scheme\" content=\"light dark\" /><meta name=\"supported-color-schemes\" content=\"light dark\" /></head><body style=\"word-spacing:normal;background-color:#f3f0e9;\"><div style=\"display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;\">" +
  escapeHtml(it.preheader) +
  "</div><div aria-label=\"" +
  escapeHtml(it.subject) +
  "\" aria-roledescription=\"email\" class=\"paper\" role=\"article\" lang=\"" +
  escapeHtml(it.language) +
  "\" dir=\"auto\" style=\"background-color:#f3f0e9;\"><!--[if mso | IE]><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" align=\"center\" width=\"600\" style=\"width:600px;\"><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]--><div style=\"margin:0px auto;max-width:600px;\"><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" align=\"center\" style=\"width:100%;\"><tbody><tr><td style=\"direction:ltr;font-size:0px;padding:28px 16px 20px;text-align:center;\"><!--[if mso | IE]><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\"><tr><![endif]--><!--[if mso | IE]><td style=\"vertical-align:top;width:568px;\"><![endif]--><div class=\"mj-outlook-group-fix mj-column-per-100\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"><tbody><tr><td style=\"vertical-align:top;padding:0;\"><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"><tbody><tr><td align=\"center\" class=\"ink\" style=\"font-size:0px;padding:0;word-break:break-word;\"><div style=\"font-family:Palatino, 'Palatino Linotype', Georgia, serif;font-size:20px;font-weight:600;line-height:28px;text-align:center;color:#27201a;\">" +
  escapeHtml(it.store) +
  "</div></td></tr></tbody></table></td></tr></tbody></table></div><!--[if mso | IE]></td><![endif]--><!--[if mso | IE]></tr></table><![endif]--></td></tr></tbody></table></div><!--[if mso | IE]></td></tr></table><![endif]--><!--[if mso | IE]><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" bgcolor=\"#ffffff\" align=\"center\" width=\"600\" class=\"sheet-outlook\" style=\"width:600px;\"><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]--><div class=\"sheet\" style=\"background:#ffffff;background-color:#ffffff;margin:0px auto;max-width:600px;border-radius:16px;overflow:hidden;\"><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" align=\"center\" style=\"background:#ffffff;background-color:#ffffff;width:100%;border-collapse:separate;\"><tbody><tr><td style=\"border-radius:16px;direction:ltr;font-size:0px;padding:36px 40px 20px;text-align:center;\"><!--[if mso | IE]><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\"><tr><![endif]--><!--[if mso | IE]><td style=\"vertical-align:top;width:520px;\"><![endif]--><div class=\"mj-outlook-group-fix mj-column-per-100\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"><tbody><tr><td style=\"vertical-align:top;padding:0;\"><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"><tbody><tr><td align=\"left\" class=\"ink\" style=\"font-size:0px;padding:0 0 14px;word-break:break-word;\"><div style=\"font-family:-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:16px;line-height:25px;text-align:left;color:#27201a;\"><h1 style=\"margin:0;font-family:Palatino,'Palatino Linotype',Georgia,serif;font-size:28px;line-height:34px;font-weight:600\">" +
  escapeHtml(it.title) +
  "</h1></div></td></tr>" +
  it.blocks +
  "</tbody></table></td></tr></tbody></table></div><!--[if mso | IE]></td><![endif]--><!--[if mso | IE]></tr></table><![endif]--></td></tr></tbody></table></div><!--[if mso | IE]></td></tr></table><![endif]--><!--[if mso | IE]><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" align=\"center\" width=\"600\" style=\"width:600px;\"><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]--><div style=\"margin:0px auto;max-width:600px;\"><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" align=\"center\" style=\"width:100%;\"><tbody><tr><td style=\"direction:ltr;font-size:0px;padding:20px 24px 36px;text-align:center;\"><!--[if mso | IE]><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\"><tr><![endif]--><!--[if mso | IE]><td style=\"vertical-align:top;width:552px;\"><![endif]--><div class=\"mj-outlook-group-fix mj-column-per-100\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"><tbody><tr><td style=\"vertical-align:top;padding:0;\"><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"><tbody><tr><td align=\"center\" class=\"muted\" style=\"font-size:0px;padding:0;word-break:break-word;\"><div style=\"font-family:-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:13px;line-height:20px;text-align:center;color:#625950;\">" +
  escapeHtml(it.footnote) +
  "</div></td></tr></tbody></table></td></tr></tbody></table></div><!--[if mso | IE]></td><![endif]--><!--[if mso | IE]></tr></table><![endif]--></td></tr></tbody></table></div><!--[if mso | IE]></td></tr></table><![endif]--></div></body></html>"
