Console.WriteLine("ComplaintMailer");
