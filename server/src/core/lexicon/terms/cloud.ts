// Owns: terms of cloud services, software supply and machine learning.
// Must not know: how the lines are read.
export const CLOUD_TERMS = `
=~cloud; cloud service; cloud provider; public cloud | Computers of others that one rents over the internet. | data centre | NIST SP 800-145
software as a service; SaaS; IaaS; PaaS; infrastructure as a service; platform as a service | Kinds of cloud service: finished programs, bare machines, or something in between. | cloud | NIST SP 800-145
cloud storage; storage bucket; S3 bucket; open bucket | Space for files at a cloud provider. | database | NIST SP 800-145
=data centre; data center | A building full of servers. | cloud | ISO/IEC 22237
~tenant; cloud tenant; multi-tenancy | One customer’s part of a shared service. | account takeover | NIST CSRC glossary
shared responsibility model; shared responsibility | Who looks after what: the provider after the service, the customer after its use. | third-party breach | NIST SP 800-210
~container; software container; Docker container | A program packed together with all it needs. | virtual machine | NIST SP 800-190
Kubernetes; container orchestration | Software that runs containers on many machines. | container | NIST SP 800-190
serverless; serverless function | Code that a provider runs on demand. | container | NIST SP 800-204
=~database; exposed database | An ordered store of data. | cloud storage | NIST CSRC glossary, “database”
=SQL | The language for asking databases. | sql injection | ISO/IEC 9075
API; application programming interface | The way in which one program uses another. | api key | OWASP API Security Top 10
microservice; microservices | A program cut into small services that talk to each other. | container | NIST SP 800-204
=open source; open-source software; OSS; free software | Software whose source anyone may read, change and pass on. | open-source intelligence | OSI definition
=source code; leaked source code | A program as people write it. | executable | NIST CSRC glossary, “source code”
~repository; code repository; Git repository | The place where source code and its history are kept. | package registry | NIST SP 800-218
package registry; npm; PyPI; software registry | A public store from which programs fetch their parts. | repository | OpenSSF principles for package repository security
~package; malicious package; software package | A part of software that others can build in. | executable | OpenSSF
~dependency; software dependency; third-party library; transitive dependency | Code of others that a program needs. | supply chain attack | NIST SP 800-218
~maintainer; package maintainer; open-source maintainer | Who looks after a piece of open-source software. | repository | OpenSSF
software supply chain | Everyone and everything that goes into a piece of software. | supply chain attack | NIST SP 800-218; CISA
software bill of materials; SBOM | A list of the parts inside a piece of software. | asset inventory | NTIA “Minimum Elements for an SBOM”
CI/CD; build pipeline; continuous integration; build server | The machinery that turns source code into finished software. | repository | NIST SP 800-204D
reproducible build; reproducible builds | Building software so that anyone gets the same bytes. | code signing | reproducible-builds.org
DevSecOps; shift left | Making security part of development from the start. | secure by design | NIST SP 800-204C
secrets management; leaked secret; hard-coded secret | Keeping keys and passwords of programs out of their source code. | api key | OWASP Secrets Management Cheat Sheet
cloud security posture management; CSPM | Watching cloud settings for mistakes. | misconfiguration | CSA glossary
cloud access security broker; CASB | A checkpoint between a firm’s people and cloud services. | proxy | CSA glossary
secure access service edge; SASE | Network and security functions delivered from the cloud. | vpn | NIST SP 800-215
software-defined perimeter; SDP | Showing services only to those who have proved who they are. | vpn | CSA SDP specification
shadow IT | Devices and services that people use without the firm’s knowledge. | bring your own device | NIST CSRC glossary
=large language model; LLM; language model | A program that continues text, trained on very much of it. | artificial intelligence | NIST AI 100-1
=artificial intelligence; machine learning; AI model | Programs that learn from examples. | large language model | NIST AI 100-1; ISO/IEC 22989
training data; data poisoning; model poisoning | The examples a model learns from, and tampering with them. | prompt injection | NIST AI 100-2
adversarial example; adversarial machine learning | Input made so that a model gets it wrong. | prompt injection | NIST AI 100-2
hallucination; AI hallucination | A model stating something that is not so. | deepfake | NIST AI 600-1
`;
