package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"xref/cmd/xref/desk"
	"xref/cmd/xref/httpapi"
	"xref/compare/baseline"
	"xref/compare/decision"
	"xref/compare/render"
	"xref/internal/api"
)

// serving is the review desk of a folder.
type serving struct {
	gatherer
	acceptance
	folder       string
	listen       string
	hosts        []string
	passwordFile string
	database     string
	backup       string
	as           string
	ticks        <-chan time.Time // when the folder is looked at; nil for every lookEvery
}

// lookEvery is how often the folder is looked at.
const lookEvery = 2 * time.Second

// serveCommand shows a folder of articles in the browser, for people to decide about
// its findings.
func serveCommand(s streams) *cobra.Command {
	return (&serving{gatherer: gatherer{streams: s}}).command()
}

func (v *serving) command() *cobra.Command {
	v.server = true
	c := &cobra.Command{
		Use:   "serve FOLDER",
		Short: "Review a folder's findings in the browser, and keep what is decided",
		Long: `Show a folder of articles in the browser, as the HTML report does, and keep what people decide
about its findings: accepted, dismissed with a reason, wrong alignment, a note, a rating, and how
far the work is. New and changed articles are read as they come. Decisions are kept in FOLDER/.xref/desk.db
by the ids of findings, so that they outlast new articles.

Only this machine can reach the desk, by the link that is printed. For others it takes
--listen and --password-file; a proxy should then add encryption.

Programs ask the desk for comparisons as JSON, by POST /api/v1/compare, with the token of the
link as Authorization: Bearer TOKEN, or by HTTP Basic where people log in. /api/v1/openapi.json
describes it.`,
		Example: "  xref serve coverage/\n  xref serve coverage/ --backup desk-monday.db\n  xref serve coverage/ --listen 192.0.2.7:8080 --password-file people.txt",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("%s takes one FOLDER; see %s --help", c.CommandPath(), c.CommandPath())
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			v.folder = args[0]
			return v.run(c)
		},
	}
	v.gatherer.flags(c)
	v.comparing.flags(c)
	v.gatherer.cache.flags(c)
	v.gatherer.configFlag(c)
	v.acceptance.fileFlags(c)
	c.Flags().StringVar(&v.listen, "listen", "127.0.0.1:0", "`ADDRESS:PORT` to be reached at; one that other machines reach takes --password-file")
	c.Flags().StringArrayVar(&v.hosts, "host", nil, "`NAME` by which browsers reach the desk beside its address, https://NAME behind a proxy that encrypts")
	c.Flags().StringVar(&v.passwordFile, "password-file", "", "`FILE` of lines NAME:PASSWORD: people log in, and each decision says whose it is")
	c.Flags().StringVar(&v.database, "db", "", "`FILE` of the decisions (default: .xref/desk.db in FOLDER)")
	c.Flags().StringVar(&v.backup, "backup", "", "write all decisions into a new `FILE` and end, whether the desk is open or not")
	c.Flags().StringVar(&v.as, "as", "", "`NAME` of who decides where nobody logs in (default: the user's)")
	return c
}

func (v *serving) run(c *cobra.Command) error {
	info, err := os.Stat(v.folder)
	switch {
	case err != nil:
		return fmt.Errorf("%s: no such folder", v.folder)
	case !info.IsDir():
		return fmt.Errorf("%s: no folder; the desk is that of a folder of articles", v.folder)
	}
	if v.database == "" {
		v.database = filepath.Join(v.folder, ".xref", "desk.db")
	}
	if v.backup != "" {
		return v.backUp(c.Context())
	}
	access, listener, err := v.open()
	if err != nil {
		return err
	}
	defer listener.Close()
	if err := v.configure(c, append(v.fileSettings(&v.set), v.comparing.setting(&v.set))); err != nil {
		return err
	}
	if err := v.checkDay(); err != nil {
		return err
	}
	store, err := decision.Open(v.database, time.Now)
	if err != nil {
		return err
	}
	defer store.Close()
	e, err := v.engine()
	if err != nil {
		return err
	}
	shown := render.Options{Version: version(), Configuration: render.Plain(v.set.path)}
	d := desk.New(desk.Options{Store: store, Render: shown, Access: access, Clock: time.Now, API: httpapi.New(api.New(e, shown))})
	before := folderState(v.folder, v.database)
	if err := v.show(c.Context(), d); err != nil {
		return err
	}
	server := &http.Server{Handler: d.Handler(), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 32 << 10}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	defer server.Close()
	if err := v.tellAddress(listener, access); err != nil {
		return err
	}
	return v.watch(c.Context(), d, before, failed)
}

// backUp writes the decisions into a new file.
func (v *serving) backUp(ctx context.Context) error {
	store, err := decision.OpenExisting(v.database, time.Now)
	if err != nil {
		return err
	}
	defer store.Close()
	if err := store.Backup(ctx, v.backup); err != nil {
		return err
	}
	all, err := store.Current(ctx)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(v.out, "%s: what is decided about %d findings\n", v.backup, len(all))
	return err
}

// open listens where the flags say, and tells who may come.
func (v *serving) open() (desk.Access, net.Listener, error) {
	var a desk.Access
	host, _, err := net.SplitHostPort(v.listen)
	if err != nil {
		return a, nil, fmt.Errorf("--listen: %q is not of the form ADDRESS:PORT, as 127.0.0.1:8080", v.listen)
	}
	ip := net.ParseIP(host)
	a.Loopback = host == "localhost" || ip != nil && ip.IsLoopback()
	if v.passwordFile != "" {
		if a.People, err = desk.ReadPasswords(v.passwordFile); err != nil {
			return a, nil, fmt.Errorf("--password-file: %w", err)
		}
	}
	switch {
	case a.People == nil && !a.Loopback:
		return a, nil, fmt.Errorf("--listen: other machines reach %s; that takes --password-file", v.listen)
	case a.People == nil && len(v.hosts) > 0:
		return a, nil, errors.New("--host: a name by which others reach the desk takes --password-file")
	case a.People != nil && v.as != "":
		return a, nil, errors.New("--as and --password-file: one of them, as people decide by the name with which they log in")
	}
	for _, name := range v.hosts {
		n := desk.Name{Host: strings.TrimPrefix(name, "http://")}
		n.Host, n.Secure = strings.CutPrefix(n.Host, "https://")
		if n.Host = strings.TrimSuffix(n.Host, "/"); n.Host == "" || strings.ContainsAny(n.Host, "/@ ") {
			return a, nil, fmt.Errorf("--host: %q is no name of a machine, as desk.example.org or https://desk.example.org", name)
		}
		a.Names = append(a.Names, n)
	}
	if a.People == nil {
		a.Token, a.Who = desk.NewToken(), v.decider()
	}
	listener, err := net.Listen("tcp", v.listen)
	if err != nil {
		return a, nil, fmt.Errorf("--listen: %w", err)
	}
	_, a.Port, _ = net.SplitHostPort(listener.Addr().String())
	return a, listener, nil
}

// decider is who decides where nobody logs in.
func (v *serving) decider() string {
	if v.as != "" {
		return v.as
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "somebody"
}

// engine answers programs as the desk's flags and configuration say, from its folder
// alone. It shares nothing that changes with the desk, which reads at the same time.
func (v *serving) engine() (*engine, error) {
	e := &engine{acceptance: v.acceptance, gatherer: gatherer{
		inputs: v.inputs, comparing: v.comparing, jobs: v.jobs, set: v.set,
		cache: v.cache.again(), server: true,
	}}
	e.from = nil // which the desk reads beside its folder, and a request doesn't name
	return e, e.check([]string{v.folder})
}

// tellAddress prints where the desk is.
func (v *serving) tellAddress(listener net.Listener, a desk.Access) error {
	address := "http://" + listener.Addr().String() + "/"
	if a.Token != "" {
		address += "?token=" + a.Token
	}
	_, err := fmt.Fprintf(v.out, "The desk is at %s\nCtrl+C ends it.\n", address)
	return err
}

// show reads the folder and puts its report on the desk.
func (v *serving) show(ctx context.Context, d *desk.Desk) error {
	defer restMemory(v.server)
	known, waivers, err := v.acceptance.read()
	if err != nil {
		return err
	}
	report, err := v.report([]string{v.folder})
	if err != nil {
		return err
	}
	report, _ = baseline.Accept(report, known, waivers, v.today)
	return d.Show(ctx, report)
}

// watch reads the folder anew whenever it has changed and then stayed as it is for a
// while, until the server fails or the run is ended.
func (v *serving) watch(ctx context.Context, d *desk.Desk, shown string, failed <-chan error) error {
	ticks := v.ticks
	if ticks == nil {
		every := time.NewTicker(lookEvery)
		defer every.Stop()
		ticks = every.C
	}
	last, again := shown, retry{}
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-failed:
			return err
		case <-ticks:
		}
		now := folderState(v.folder, v.database)
		if now == last && (now != shown || again.due()) {
			shown = now
			err := v.show(ctx, d)
			if again.after(err) {
				v.say(err.Error())
				d.Fail(err)
			}
		}
		last = now
	}
}

// retry is when what failed is tried again though the folder stays as it is, as where the
// disk was full: after ever more looks.
type retry struct {
	failed string // why, the last time; "" where nothing has failed
	waits  int    // looks until it is tried again
	next   int    // looks to wait the time after
}

// The looks from a failure to the next try at first and at last.
const (
	firstRetry = 15
	lastRetry  = 240
)

// due counts a look, and reports whether it is time to try again.
func (r *retry) due() bool {
	r.waits--
	return r.failed != "" && r.waits <= 0
}

// after takes how a try went, and reports whether that is a failure that wasn't told yet.
func (r *retry) after(err error) bool {
	if err == nil {
		*r = retry{}
		return false
	}
	news := err.Error() != r.failed
	if news {
		r.next = firstRetry
	}
	r.failed, r.waits, r.next = err.Error(), r.next, min(2*r.next, lastRetry)
	return news
}
