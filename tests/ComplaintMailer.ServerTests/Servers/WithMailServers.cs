namespace ComplaintMailer.ServerTests.Servers;

/// <summary>One pair of servers for all tests.</summary>
[CollectionDefinition(Name)]
public sealed class WithMailServers : ICollectionFixture<MailServers>
{
    public const string Name = "mail servers";
}
