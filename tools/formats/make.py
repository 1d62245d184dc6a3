#!/usr/bin/env python3
"""Writes the files by which the reading of formats is measured: the articles below
extract/read/testdata/formats/source, each as made by real programs. Needs pandoc,
LibreOffice, Chromium, WeasyPrint, wkhtmltopdf, wget, w3m, formail and monolith, Python's
python-docx, odfpy, ebooklib, warcio, warcit, wacz, playwright, feedgen, trafilatura and mhtmlconverter,
and npm's readability, jsdom, nodemailer, feed, rss, html-inline, js-wacz, chrome-har,
chrome-har-capturer and single-file-cli in the folder named by NODE_PATH. A file with a date of its own making
isn't the same twice.

    tools/formats/make.py SOURCE OUT [FORMAT...]
"""
import base64, email.message, email.policy, email.utils, functools, html, http.server, json, mailbox, os, pathlib, re, shutil
import subprocess, sys, tempfile, threading, datetime

source, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
only = set(sys.argv[3:])
work = pathlib.Path(tempfile.mkdtemp())


def run(*command, **options):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180, **options)


def parse(path):
    head, body = path.read_text().split("---\n", 2)[1:]
    meta = dict(line.split(": ", 1) for line in head.strip().splitlines())
    meta["title"] = meta["title"].strip('"')
    blocks = []
    for block in body.strip().split("\n\n"):
        lines = block.split("\n")
        if lines[0].startswith("## "):
            blocks.append(("h2", lines[0][3:]))
        elif lines[0].startswith("- "):
            blocks.append(("ul", [l[2:] for l in lines]))
        elif re.match(r"\d\. ", lines[0]):
            blocks.append(("ol", [l[3:] for l in lines]))
        else:
            blocks.append(("p", " ".join(lines)))
    return path.stem, meta, blocks


articles = [parse(p) for p in sorted(source.glob("*.md"))]


def fragment(blocks):
    parts = []
    for kind, text in blocks:
        if kind in ("ul", "ol"):
            parts.append(f"<{kind}>" + "".join(f"<li>{html.escape(i)}</li>" for i in text) + f"</{kind}>")
        else:
            parts.append(f"<{kind}>{html.escape(text)}</{kind}>")
    return "\n".join(parts)


def texts(blocks):
    for kind, text in blocks:
        if kind in ("ul", "ol"):
            yield from text
        else:
            yield text


def simple(meta, blocks, style=""):
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(meta['title'])}</title>
<meta name="author" content="{meta['author']}"><style>{style}</style></head><body><h1>{html.escape(meta['title'])}</h1>
{fragment(blocks)}</body></html>"""


def news_page(meta, blocks):
    ld = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": meta["title"], "datePublished": meta["date"],
          "author": [{"@type": "Person", "name": meta["author"]}], "publisher": {"@type": "Organization", "name": meta["outlet"]}, "url": meta["url"]}
    half = len(blocks) // 2
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(meta['title'])} | {meta['outlet']}</title>
<script type="application/ld+json">{json.dumps(ld)}</script><link rel="canonical" href="{meta['url']}">
<style>body {{ font-family: serif; max-width: 42em; margin: auto }}</style></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/local">Local</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article><h1>{html.escape(meta['title'])}</h1><p class="byline">By {meta['author']}</p><time datetime="{meta['date']}">{meta['date']}</time>
<figure><img src="/dot.png" alt=""><figcaption>The scene on the day. Photo: {meta['outlet']}</figcaption></figure>
{fragment(blocks[:half])}
<aside class="related"><p>Read more: What happened before</p></aside>
<div class="newsletter"><p>Sign up for our daily newsletter</p></div>
{fragment(blocks[half:])}
<div class="share"><a href="#">Share on Facebook</a></div></article></main>
<footer><p>© {meta['date'][:4]} {meta['outlet']}. All rights reserved.</p><p><a href="/privacy">Privacy policy</a> <a href="/contact">Contact us</a></p></footer></body></html>"""


def place(fmt, name, producer, ending):
    folder = out / fmt
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.{producer}{ending}"


def wanted(fmt):
    if only and fmt not in only:
        return False
    shutil.rmtree(out / fmt, ignore_errors=True)
    return True


def page_file(name, text):
    path = work / f"{name}.html"
    path.write_text(text)
    return path


def office(path, ending, spec=None):
    run("soffice", "--headless", f"-env:UserInstallation=file://{work}/profile", "--convert-to", spec or ending, "--outdir", str(work), str(path))
    return path.with_suffix("." + ending)


def pandoc(name, target, *more):
    run("pandoc", str(source / f"{name}.md"), "-s", "-o", str(target), *more)


class Site(http.server.BaseHTTPRequestHandler):
    pages = {}

    def do_GET(self):
        body = self.pages.get(self.path)
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "image/png" if self.path.endswith(".png") else "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body or b"no")

    def log_message(self, *_):
        pass


def site():
    Site.pages = {"/" + name + ".html": news_page(meta, blocks).encode() for name, meta, blocks in articles}
    Site.pages["/dot.png"] = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


two_columns = "@page { margin: 2cm; @top-center { content: 'The Paper, local news' } @bottom-center { content: counter(page) } } body { columns: 2; column-gap: 1cm; text-align: justify; hyphens: auto; font-size: 10pt } h1 { column-span: all }"

if wanted("docx"):
    import docx
    for i, (name, meta, blocks) in enumerate(articles):
        if i % 3 == 0:
            pandoc(name, place("docx", name, "pandoc", ".docx"))
        elif i % 3 == 1:
            html_file = page_file(name, simple(meta, blocks))
            odt = office(html_file, "odt", "odt:writer8")
            shutil.copy(office(odt, "docx", "docx:MS Word 2007 XML"), place("docx", name, "libreoffice", ".docx"))
        else:
            d = docx.Document()
            d.core_properties.title, d.core_properties.author = meta["title"], meta["author"]
            d.add_heading(meta["title"], 0)
            for kind, text in blocks:
                if kind == "h2":
                    d.add_heading(text, 2)
                elif kind == "p":
                    p = d.add_paragraph()
                    words = text.split(" ")
                    for k in range(0, len(words), 7):  # runs, as an editor leaves them
                        r = p.add_run(" ".join(words[k:k + 7]) + (" " if k + 7 < len(words) else ""))
                        r.bold = k == 7
                else:
                    for item in text:
                        d.add_paragraph(item, style="List Bullet" if kind == "ul" else "List Number")
            d.sections[0].header.paragraphs[0].text = "For internal use"
            d.save(place("docx", name, "python-docx", ".docx"))

if wanted("odt"):
    from odf.opendocument import OpenDocumentText
    from odf import text as odftext, dc
    for i, (name, meta, blocks) in enumerate(articles):
        if i % 3 == 0:
            pandoc(name, place("odt", name, "pandoc", ".odt"))
        elif i % 3 == 1:
            shutil.copy(office(page_file(name, simple(meta, blocks)), "odt", "odt:writer8"), place("odt", name, "libreoffice", ".odt"))
        else:
            d = OpenDocumentText()
            d.meta.addElement(dc.Title(text=meta["title"]))
            d.meta.addElement(dc.Creator(text=meta["author"]))
            d.text.addElement(odftext.H(outlinelevel=1, text=meta["title"]))
            for kind, text in blocks:
                if kind == "h2":
                    d.text.addElement(odftext.H(outlinelevel=2, text=text))
                elif kind == "p":
                    d.text.addElement(odftext.P(text=text))
                else:
                    items = odftext.List()
                    for item in text:
                        li = odftext.ListItem()
                        li.addElement(odftext.P(text=item))
                        items.addElement(li)
                    d.text.addElement(items)
            d.save(str(place("odt", name, "odfpy", ".odt")))

if wanted("epub"):
    from ebooklib import epub
    for i, (name, meta, blocks) in enumerate(articles):
        if i % 3 == 0:
            pandoc(name, place("epub", name, "pandoc", ".epub"))
        elif i % 3 == 1:
            pandoc(name, place("epub", name, "pandoc-epub2", ".epub"), "-t", "epub2")
        else:
            b = epub.EpubBook()
            b.set_title(meta["title"]); b.set_language("en"); b.add_author(meta["author"]); b.add_metadata("DC", "date", meta["date"])
            b.add_metadata("DC", "publisher", meta["outlet"])
            c = epub.EpubHtml(title=meta["title"], file_name="a.xhtml", lang="en")
            c.content = f"<h1>{html.escape(meta['title'])}</h1>" + fragment(blocks)
            b.add_item(c); b.toc = (c,); b.add_item(epub.EpubNcx()); b.add_item(epub.EpubNav()); b.spine = ["nav", c]
            epub.write_epub(str(place("epub", name, "ebooklib", ".epub")), b)

if wanted("pdf"):
    printed = site()
    Site.pages = {f"/{name}.html": simple(meta, blocks).encode() for name, meta, blocks in articles}
    for i, (name, meta, blocks) in enumerate(articles):
        page = page_file(name, simple(meta, blocks))
        if i % 4 == 0:
            run("chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={work}/chromium", f"--print-to-pdf={place('pdf', name, 'chromium', '.pdf')}", f"{printed}/{name}.html")
        elif i % 4 == 1:
            odt = work / f"{name}.odt"
            pandoc(name, odt)
            shutil.copy(office(odt, "pdf"), place("pdf", name, "libreoffice", ".pdf"))
        elif i % 4 == 2:
            page = page_file(name, simple(meta, blocks, two_columns))
            run("weasyprint", str(page), str(place("pdf", name, "weasyprint", ".pdf")))
        else:
            run("wkhtmltopdf", "-q", "--footer-center", "[page]/[topage]", str(page), str(place("pdf", name, "wkhtmltopdf", ".pdf")))

if wanted("markdown"):
    for i, (name, meta, blocks) in enumerate(articles):
        if i % 3 == 0:
            shutil.copy(source / f"{name}.md", place("markdown", name, "hand", ".md"))
        elif i % 3 == 1:
            pandoc(name, place("markdown", name, "pandoc", ".md"), "-t", "gfm", "--wrap=none")
        else:
            pandoc(name, place("markdown", name, "pandoc-wrapped", ".md"), "-t", "commonmark_x+yaml_metadata_block", "--columns=60")

if wanted("text"):
    for i, (name, meta, blocks) in enumerate(articles):
        if i % 5 == 2:
            text = subprocess.run(["w3m", "-dump", "-cols", "78", str(page_file(name, simple(meta, blocks)))], stdout=subprocess.PIPE, check=True)
            place("text", name, "w3m", ".txt").write_bytes(text.stdout)
        elif i % 2 == 0:
            path = place("text", name, "pandoc", ".txt")
            run("pandoc", str(source / f"{name}.md"), "-t", "plain", "--wrap=none" if i % 4 else "--columns=72", "-o", str(path))
            path.write_text(meta["title"] + "\n\n" + path.read_text())
        else:
            path = place("text", name, "hand", ".txt")
            path.write_text(f"---\noutlet: {meta['outlet']}\ntitle: {meta['title']}\ndate: {meta['date']}\n---\n\n" + "\n\n".join(texts(blocks)) + "\n")


def message(meta, blocks, forwarded):
    m = email.message.EmailMessage(policy=email.policy.SMTP)
    m["Subject"], m["From"], m["To"] = meta["title"], f"{meta['outlet']} <news@{meta['url'].split('/')[2]}>", "desk@example.org"
    m["Date"] = email.utils.format_datetime(datetime.datetime.fromisoformat(meta["date"] + "T08:30:00+00:00"))
    body = "\n\n".join(texts(blocks)) + "\n"
    if forwarded:
        m.replace_header("From", "Desk Editor <desk@example.org>"); m.replace_header("Subject", "Fwd: " + meta["title"])
        head = f"FYI\n\n---------- Forwarded message ---------\nFrom: {meta['outlet']} <news@{meta['url'].split('/')[2]}>\nDate: Thu, 4 Aug 2022 at 08:30\nSubject: {meta['title']}\nTo: Desk Editor <desk@example.org>\n\n\n"
        m.set_content(head + body)
    else:
        m.set_content(body)
        m.add_alternative(f"<html><body><div style='display:none'>Preheader that nobody sees</div><h1>{html.escape(meta['title'])}</h1>{fragment(blocks)}<p style='font-size:8pt'>Unsubscribe | View this email in your browser</p></body></html>", subtype="html")
    return m


if wanted("eml"):
    for i, (name, meta, blocks) in enumerate(articles):
        if i % 3 == 0:
            place("eml", name, "python", ".eml").write_bytes(bytes(message(meta, blocks, False)))
        elif i % 3 == 1:
            place("eml", name, "python-forwarded", ".eml").write_bytes(bytes(message(meta, blocks, True)))
        else:
            script = """const m = require("nodemailer/lib/mail-composer"); let s = ""; process.stdin.on("data", d => s += d); process.stdin.on("end", () => new m(JSON.parse(s)).compile().build((e, b) => process.stdout.write(b)))"""
            mail = {"from": f"{meta['outlet']} <news@{meta['url'].split('/')[2]}>", "to": "desk@example.org", "subject": meta["title"], "date": meta["date"] + "T08:30:00Z",
                    "text": "\n\n".join(texts(blocks)), "textEncoding": "base64" if i % 2 else "quoted-printable"}
            result = subprocess.run(["node", "-e", script], input=json.dumps(mail).encode(), stdout=subprocess.PIPE, check=True)
            place("eml", name, "nodemailer", ".eml").write_bytes(result.stdout)

if wanted("mbox"):
    for i, (name, meta, blocks) in enumerate(articles):
        if i % 5 == 2:  # as procmail files a message
            filed = subprocess.run(["formail"], input=bytes(message(meta, blocks, False)).replace(b"\r\n", b"\n"), stdout=subprocess.PIPE, check=True)
            place("mbox", name, "formail", ".mbox").write_bytes(filed.stdout)
            continue
        path = place("mbox", name, "python" if i % 2 else "python-forwarded", ".mbox")
        box = mailbox.mbox(str(path), create=True)
        box.add(message(meta, blocks, i % 2 == 0))
        box.close()

if wanted("json"):
    for i, (name, meta, blocks) in enumerate(articles):
        if i % 4 == 0:
            import trafilatura
            text = trafilatura.extract(news_page(meta, blocks), output_format="json", with_metadata=True)
            place("json", name, "trafilatura", ".json").write_text(text)
        elif i % 4 == 1:
            script = """const {Readability} = require("@mozilla/readability"), {JSDOM} = require("jsdom"); let s = ""; process.stdin.on("data", d => s += d);
process.stdin.on("end", () => process.stdout.write(JSON.stringify(new Readability(new JSDOM(s, {url: "https://example.org/"}).window.document).parse())))"""
            result = subprocess.run(["node", "-e", script], input=news_page(meta, blocks).encode(), stdout=subprocess.PIPE, check=True)
            place("json", name, "readability", ".json").write_bytes(result.stdout)
        elif i % 4 == 2:
            ld = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": meta["title"], "datePublished": meta["date"], "url": meta["url"],
                  "author": {"@type": "Person", "name": meta["author"]}, "publisher": {"@type": "NewsMediaOrganization", "name": meta["outlet"]}, "articleBody": "\n\n".join(texts(blocks))}
            place("json", name, "schema-org", ".json").write_text(json.dumps(ld))
        else:
            place("json", name, "lines", ".jsonl").write_text(json.dumps({"title": meta["title"], "text": "\n".join(texts(blocks)), "url": meta["url"], "date": meta["date"], "outlet": meta["outlet"]}) + "\n")

if wanted("newsml"):
    for i, (name, meta, blocks) in enumerate(articles):
        nitf = f"""<nitf><head><title>{html.escape(meta['title'])}</title><docdata><date.issue norm="{meta['date'].replace('-', '')}T083000Z"/></docdata></head><body><body.head><hedline><hl1>{html.escape(meta['title'])}</hl1></hedline><byline>By <person>{meta['author']}</person></byline><distributor><org>{meta['outlet']}</org></distributor></body.head><body.content>{fragment(blocks).replace('h2>', 'hl2>')}<media media-type="image"><media-caption>The scene on the day.</media-caption></media></body.content><body.end><tagline>Desk</tagline></body.end></body></nitf>"""
        if i % 3 == 0:
            place("newsml", name, "nitf", ".nitf").write_text('<?xml version="1.0" encoding="UTF-8"?>\n' + nitf)
            continue
        inner = nitf if i % 3 == 1 else f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{fragment(blocks)}</body></html>'
        place("newsml", name, "g2-nitf" if i % 3 == 1 else "g2-xhtml", ".xml").write_text(f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:example.org,2024:{name}" version="1" standard="NewsML-G2" standardversion="2.29" conformance="power" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider literal="{meta['outlet']}"><name>{meta['outlet']}</name></provider><versionCreated>{meta['date']}T08:30:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><contentCreated>{meta['date']}T08:30:00Z</contentCreated><by>{meta['author']}</by><headline>{html.escape(meta['title'])}</headline><language tag="en"/></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">{inner}</inlineXML></contentSet></newsItem>""")

if wanted("feed"):
    from feedgen.feed import FeedGenerator
    for i, (name, meta, blocks) in enumerate(articles):
        if i % 5 == 3:
            script = """const RSS = require("rss"); let s = ""; process.stdin.on("data", d => s += d); process.stdin.on("end", () => { const a = JSON.parse(s);
const f = new RSS({title: a.outlet, site_url: a.url, feed_url: a.url + "/feed"}); f.item({title: a.title, url: a.url, author: a.author, date: a.date, description: a.html}); process.stdout.write(f.xml()) })"""
            result = subprocess.run(["node", "-e", script], input=json.dumps({**meta, "html": fragment(blocks)}).encode(), stdout=subprocess.PIPE, check=True)
            place("feed", name, "rss", ".rss").write_bytes(result.stdout)
        elif i % 3 < 2:
            f = FeedGenerator()
            f.id(meta["url"]); f.title(meta["outlet"]); f.link(href=meta["url"]); f.description("News")
            e = f.add_entry()
            e.id(meta["url"]); e.title(meta["title"]); e.link(href=meta["url"]); e.author({"name": meta["author"], "email": "a@example.org"})
            e.published(meta["date"] + "T08:30:00Z"); e.updated(meta["date"] + "T08:30:00Z"); e.summary(blocks[0][1]); e.content(fragment(blocks), type="CDATA" if i % 3 == 0 else "html")
            (f.rss_file if i % 3 == 0 else f.atom_file)(str(place("feed", name, "feedgen", ".rss" if i % 3 == 0 else ".atom")))
        else:
            script = """const {Feed} = require("feed"); let s = ""; process.stdin.on("data", d => s += d); process.stdin.on("end", () => { const a = JSON.parse(s);
const f = new Feed({title: a.outlet, id: a.url, link: a.url, copyright: ""}); f.addItem({title: a.title, id: a.url, link: a.url, content: a.html, description: a.lead, author: [{name: a.author}], date: new Date(a.date)}); process.stdout.write(f.json1()) })"""
            result = subprocess.run(["node", "-e", script], input=json.dumps({**meta, "html": fragment(blocks), "lead": blocks[0][1]}).encode(), stdout=subprocess.PIPE, check=True)
            place("feed", name, "feed-json1", ".json").write_bytes(result.stdout)


captures = [f for f in ("mhtml", "warc", "har", "wacz", "singlefile") if not only or f in only]
if captures:
    base = site()
    (work / "dot.png").write_bytes(Site.pages["/dot.png"])
    from playwright.sync_api import sync_playwright
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        if wanted("mhtml"):
            for i, (name, meta, blocks) in enumerate(articles):
                if i % 3 < 2:
                    page = browser.new_page()
                    page.goto(f"{base}/{name}.html")
                    text = page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})["data"]
                    place("mhtml", name, "chromium", ".mhtml").write_bytes(text.encode())
                    page.close()
                elif i == 5:
                    run("html2mhtml", "-i", str(page_file(name, news_page(meta, blocks).replace('<img src="/dot.png" alt="">', ""))), "-o", str(place("mhtml", name, "mhtmlconverter", ".mhtml")))
                else:
                    m = email.message.EmailMessage(policy=email.policy.SMTP)
                    m["From"], m["Subject"], m["MIME-Version"] = "<Saved by a browser>", meta["title"], "1.0"
                    m.set_content(news_page(meta, blocks), subtype="html", cte="quoted-printable")
                    m["Content-Location"] = meta["url"]
                    m.make_related()
                    m.add_related(Site.pages["/dot.png"], "image", "png")
                    place("mhtml", name, "python", ".mht").write_bytes(bytes(m))
        if wanted("har"):
            for i, (name, meta, blocks) in enumerate(articles):
                if i % 4 == 2:
                    written = subprocess.run(["node", "--experimental-websocket", str(pathlib.Path(__file__).parent / "har.js"), f"{base}/{name}.html", f"{work}/har"], stdout=subprocess.PIPE, check=True)
                    place("har", name, "chrome-har", ".har").write_bytes(written.stdout)
                    continue
                if i % 4 == 3:
                    devtools = subprocess.Popen(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={work}/capturer", "--remote-debugging-port=9378", "about:blank"], stderr=subprocess.DEVNULL)
                    run(f"{os.environ.get('NODE_PATH', 'node_modules')}/.bin/chrome-har-capturer", "-c", "-p", "9378", "-r", "9", "-e", "1000", "-o", str(place("har", name, "chrome-har-capturer", ".har")), f"{base}/{name}.html")
                    devtools.terminate()
                    devtools.wait()
                    continue
                context = browser.new_context(record_har_path=str(place("har", name, "playwright", ".har")), record_har_content="embed")
                page = context.new_page()
                page.goto(f"{base}/{name}.html")
                context.close()
        browser.close()
    if wanted("warc"):
        from warcio.capture_http import capture_http
        import requests
        for i, (name, meta, blocks) in enumerate(articles):
            if i % 5 == 4:  # a folder of pages, packed
                folder = work / "pages"
                (folder / name).mkdir(parents=True)
                (folder / name / f"{name}.html").write_text(news_page(meta, blocks))
                run("warcit", "-n", f"{name}.warc.gz", meta["url"].rsplit("/", 1)[0] + "/", name, cwd=folder)
                shutil.copy(folder / f"{name}.warc.gz", place("warc", name, "warcit", ".warc.gz"))
            elif i % 2 == 0:
                target = work / name
                run("wget", "-q", "-p", f"--warc-file={name}", "-P", "wget", f"{base}/{name}.html", *(["--no-warc-compression"] if i % 4 == 0 else []), cwd=work)
                ending = ".warc" if i % 4 == 0 else ".warc.gz"
                shutil.copy(str(target) + ending, place("warc", name, "wget", ending))
            else:
                with capture_http(str(place("warc", name, "warcio", ".warc.gz"))):
                    requests.get(f"{base}/{name}.html", headers={"Accept-Encoding": "identity"})
    if wanted("wacz"):
        for i, (name, meta, blocks) in enumerate(articles):
            target = work / ("w-" + name)
            run("wget", "-q", "-p", f"--warc-file=w-{name}", "-P", "wget", f"{base}/{name}.html", cwd=work)
            if i % 3 == 2:
                run(f"{os.environ.get('NODE_PATH', 'node_modules')}/.bin/js-wacz", "create", "-f", str(target) + ".warc.gz", "-o", str(place("wacz", name, "js-wacz", ".wacz")))
                continue
            run("wacz", "create", "-f", str(target) + ".warc.gz", "-o", str(place("wacz", name, "py-wacz", ".wacz")), "--detect-pages")
    if wanted("singlefile"):
        node = os.environ.get("NODE_PATH", "node_modules")
        for i, (name, meta, blocks) in enumerate(articles):
            if i % 3 == 2:
                inlined = subprocess.run([f"{node}/.bin/html-inline", str(page_file(name, news_page(meta, blocks).replace("/dot.png", "dot.png"))), "-b", str(work), "--ignore-links"], stdout=subprocess.PIPE, check=True)
                place("singlefile", name, "html-inline", ".html").write_bytes(inlined.stdout)
                continue
            if i % 3 == 1:
                run("monolith", f"{base}/{name}.html", "-o", str(place("singlefile", name, "monolith", ".html")))
                continue
            run(f"{node}/.bin/single-file", f"{base}/{name}.html", str(place("singlefile", name, "single-file", ".html")), f"--browser-executable-path={shutil.which('chromium')}", "--browser-arg=--no-sandbox")
