"""Certificates of a CA that exists for one run only, made by the openssl program."""

import ssl
import subprocess

EXTENSIONS = """
[authority]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign
[server]
subjectAltName=IP:127.0.0.1,DNS:localhost
[elsewhere]
subjectAltName=DNS:elsewhere.example
"""


class Certificates:
    def __init__(self, folder):
        self.folder = folder
        self.path("extensions").write_text(EXTENSIONS)
        self.make("ca", "authority", signer=None)
        self.make("trusted", "server", signer="ca")
        self.make("elsewhere", "elsewhere", signer="ca")
        self.make("alone", "server", signer=None)

    def path(self, name):
        return self.folder / name

    @property
    def authority(self):
        return self.path("ca.pem")

    def make(self, name, section, signer):
        """A key and a certificate, signed by `signer` or by itself."""
        self.openssl(
            "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN=speccheck test {name}")
        signing = (["-CA", f"{signer}.pem", "-CAkey", f"{signer}.key", "-CAcreateserial"]
                   if signer else ["-signkey", f"{name}.key"])
        self.openssl(
            "x509", "-req", "-in", f"{name}.csr", "-out", f"{name}.pem", "-days", "2",
            "-extfile", "extensions", "-extensions", section, *signing)

    def openssl(self, *arguments):
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True)

    def context(self, name, protocols=("http/1.1",)):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.path(f"{name}.pem"), self.path(f"{name}.key"))
        context.set_alpn_protocols(list(protocols))
        return context
