// Owns: terms of identity and access.
// Must not know: how the lines are read.
export const IDENTITY_TERMS = `
authentication; authenticate; authenticated; authenticates | Checking that someone is who they say they are. | authorisation, identification | NIST SP 800-63, “authentication”
authorisation; authorise; authorised user | Deciding what someone may do once it is known who they are. | authentication | NIST CSRC glossary, “authorization”
identification | Saying who one is, before it is checked. | authentication | NIST CSRC glossary, “identification”
=password; passwords | A secret word or phrase that proves who one is. | passphrase, encryption key | NIST SP 800-63B, “password”
passphrase | A long password made of several words. | password | NIST SP 800-63B
passkey; passkeys | A key pair kept on a device that replaces the password and cannot be phished. | password | FIDO Alliance, “passkey”
FIDO2; WebAuthn; security key | Standards and devices for logging in with a key pair in place of a password. | passkey | FIDO Alliance; W3C WebAuthn
~credential; login credentials; login details | What one logs in with: a name and password, a key, a token. | password, token | NIST SP 800-63, “credential”
=two-factor authentication; 2FA; two-factor; two factor authentication; !two-factor authorisation | A login that asks for two things of different kinds, such as a password and a phone. Two passwords are one factor. | two-step verification, multi-factor authentication | NIST SP 800-63B, “multi-factor authentication”
multi-factor authentication; MFA; multifactor authentication; !multi-factor authorisation | A login that asks for things of at least two kinds: something known, owned, or of the body. | two-step verification | NIST SP 800-63B, “multi-factor authentication”
two-step verification; two-step login | A login in two steps, which may both be of one kind. | two-factor authentication | NIST SP 800-63B
one-time password; one-time code; OTP; TOTP; verification code | A code that works once and for a short time. | two-factor authentication | RFC 6238
single sign-on; SSO; single sign on | One login for many services. | federated identity | NIST CSRC glossary, “single sign-on”
federated identity; identity federation | Using the login of one organisation at another. | single sign-on | NIST SP 800-63C
identity provider; IdP | The service that checks who someone is and tells others. | single sign-on | NIST SP 800-63C
SAML | An older standard by which an identity provider vouches for a login. | oauth | OASIS SAML 2.0
OAuth; OAuth 2.0; OpenID Connect; OIDC | Standards by which a service acts for a user without knowing the password. | saml | RFC 6749
~token; access token; session token; bearer token | A string that stands for a login; who has it is taken for its owner. | cookie, password | RFC 6750
=~cookie; session cookie | A small text that a site leaves in a browser, for instance to remember a login. | token | RFC 6265
API key; API token | A secret with which programs log in to a service. | encryption key | OWASP REST Security Cheat Sheet
=biometrics; biometric authentication; facial recognition; fingerprint login | Telling people apart by body or behaviour. | two-factor authentication | ISO/IEC 2382-37
=identity theft | Using someone else’s data to pose as that person. | account takeover | NIST CSRC glossary, “identity theft”
account takeover; ATO; account hijacking | Somebody gaining control of another’s account. | identity theft | OWASP Automated Threats OAT-007
password manager | Software that makes and keeps passwords. | single sign-on | NIST SP 800-63B
password reuse; reused password | Using one password in several places. | credential stuffing | NIST SP 800-63B
least privilege; principle of least privilege | Giving everyone only the rights their work needs. | zero trust | NIST CSRC glossary, “least privilege”
access control; access control list; ACL | Rules about who may use what. | authentication | NIST CSRC glossary, “access control”
role-based access control; RBAC | Giving rights to roles and roles to people. | access control | NIST CSRC glossary, “role-based access control”
identity and access management; IAM | Managing who has which account and rights. | access control | NIST CSRC glossary
privileged access; privileged account; privileged access management; PAM | Accounts with far-reaching rights, and the care they need. | root access | NIST CSRC glossary, “privileged account”
service account | An account used by programs and not by people. | privileged access | NIST SP 800-57; ATT&CK T1078
Active Directory; AD; Entra ID; Azure AD | Microsoft’s directory of a firm’s users and machines, and its successor in the cloud. | identity provider | Microsoft documentation
domain controller; DC | The server that decides about logins in a Windows network. | active directory | Microsoft documentation
Kerberos | The protocol by which Windows networks hand out tickets for services. | ntlm | RFC 4120
NTLM; NTLM hash | An older Windows login protocol, and the password hashes it uses. | kerberos | Microsoft MS-NLMP
LSASS | The Windows process that handles logins and holds their secrets in memory. | active directory | ATT&CK T1003.001
zero trust; zero-trust architecture; zero trust architecture | Checking each access anew instead of trusting whatever is inside the network. | least privilege, vpn | NIST SP 800-207
CAPTCHA | A task meant to be easy for people and hard for programs. | authentication | W3C note “Inaccessibility of CAPTCHA”
security question; secret question | A question such as a mother’s maiden name, whose answer others often know. | two-factor authentication | NIST SP 800-63B
sock puppet; fake account; inauthentic account | An account that hides who runs it. | bot | Meta “Coordinated inauthentic behaviour” reports
`;
