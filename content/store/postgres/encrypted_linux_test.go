package postgres_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"firstsession/content/store/postgres"
	"firstsession/content/store/postgres/postgrestest"
)

// A database as providers have it: it takes nobody without TLS, asks for a password,
// and is known by an authority of its own.
func TestADatabaseMayAskForTLSAndAPassword(t *testing.T) {
	address := postgrestest.New(t)
	open(t, address)
	u, err := url.Parse(address)
	must(t, err)
	role := "encrypted_" + u.Query().Get("search_path")
	dir := postgrestest.Strings(t, address, "show data_directory")[0]
	authority, other := certificate(t, dir), certificate(t, t.TempDir())
	rules := filepath.Join(dir, "pg_hba.conf")
	before, err := os.ReadFile(rules)
	must(t, err)
	rule := fmt.Sprintf("hostssl all %s all scram-sha-256\nhostnossl all %s all reject\n", role, role)
	must(t, os.WriteFile(rules, append([]byte(rule), before...), 0o600))
	postgrestest.Exec(t, address, "create role "+role+" login superuser password 'lilac'")
	postgrestest.Exec(t, address, "alter system set ssl = on")
	postgrestest.Exec(t, address, "select pg_reload_conf()")
	for late := time.Now().Add(10 * time.Second); postgrestest.Strings(t, address, "show ssl")[0] != "on"; {
		if time.Now().After(late) {
			t.Fatal("it does not speak TLS")
		}
	}
	for _, c := range []struct{ host, password, mode, authority, says string }{
		{"localhost", "lilac", "verify-full", authority, ""},
		{"localhost", "heron", "verify-full", authority, "password authentication failed"},
		{"localhost", "lilac", "verify-full", other, "certificate signed by unknown authority"},
		{"127.0.0.1", "lilac", "verify-full", authority, "cannot validate certificate for 127.0.0.1"},
		{"localhost", "lilac", "disable", authority, "no encryption"},
	} {
		u.User, u.Host = url.UserPassword(role, c.password), c.host+":"+u.Port()
		q := u.Query()
		q.Set("sslmode", c.mode)
		q.Set("sslrootcert", c.authority)
		u.RawQuery = q.Encode()
		s, err := postgres.Open(u.String(), postgres.Options{Now: time.Now, Random: rand.Reader})
		if err == nil {
			s.Close()
		}
		if got := fmt.Sprint(err); err == nil != (c.says == "") || !strings.Contains(got, c.says) && c.says != "" || strings.Contains(got, c.password) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// certificate puts a certificate for localhost and its key into a folder, as its
// owner's, and says where the certificate is.
func certificate(t *testing.T, dir string) string {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	is := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: "localhost"}, DNSNames: []string{"localhost"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
	}
	made, err := x509.CreateCertificate(rand.Reader, is, is, &key.PublicKey, key)
	must(t, err)
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	must(t, err)
	owner, err := os.Stat(dir)
	must(t, err)
	for name, block := range map[string]*pem.Block{"server.crt": {Type: "CERTIFICATE", Bytes: made}, "server.key": {Type: "PRIVATE KEY", Bytes: secret}} {
		path := filepath.Join(dir, name)
		must(t, os.WriteFile(path, pem.EncodeToMemory(block), 0o600))
		must(t, os.Chown(path, int(owner.Sys().(*syscall.Stat_t).Uid), -1))
	}
	return filepath.Join(dir, "server.crt")
}
